package cn.qingcheng.platform.cooperation;

import cn.qingcheng.platform.naming.BilingualName;
import java.util.UUID;

/**
 * An institution.
 *
 * @param projects cooperation projects it has
 */
public record InstitutionResponse(UUID id, String code, BilingualName name, InstitutionKind kind, long projects) {

    static InstitutionResponse from(Institution institution, long projects) {
        return new InstitutionResponse(
                institution.id(), institution.code(), institution.name(), institution.kind(), projects);
    }
}
