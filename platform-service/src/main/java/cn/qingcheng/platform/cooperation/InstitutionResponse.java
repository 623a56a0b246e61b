package cn.qingcheng.platform.cooperation;

import cn.qingcheng.platform.naming.BilingualName;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution.
 *
 * @param projects cooperation projects it has
 */
public record InstitutionResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "90001") String code,
        BilingualName name,
        InstitutionKind kind,
        @Schema(examples = "3") long projects) {

    static InstitutionResponse from(Institution institution, long projects) {
        return new InstitutionResponse(
                institution.id(), institution.code(), institution.name(), institution.kind(), projects);
    }
}
