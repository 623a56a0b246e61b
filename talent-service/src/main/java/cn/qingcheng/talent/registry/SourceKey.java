package cn.qingcheng.talent.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who told us, and by which name of their own.
 *
 * @param source institution code of the university
 * @param externalId the university's own id of the record
 */
@Embeddable
public record SourceKey(
        @Column(name = "source") String source,
        @Column(name = "external_id") String externalId) {}
