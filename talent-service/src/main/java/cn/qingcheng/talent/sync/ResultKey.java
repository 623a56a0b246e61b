package cn.qingcheng.talent.sync;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * The place of a row.
 *
 * @param row number within the upload, from 1
 */
@Embeddable
record ResultKey(
        @Column(name = "batch_id") UUID batchId,
        @Column(name = "row_number") long row) {}
