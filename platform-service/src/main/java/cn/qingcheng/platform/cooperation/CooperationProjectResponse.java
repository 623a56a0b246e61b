package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.platform.naming.BilingualName;
import java.time.LocalDate;
import java.util.UUID;

/** A cooperation project. */
public record CooperationProjectResponse(
        UUID id,
        String code,
        BilingualName name,
        String institutionCode,
        String enterprise,
        String field,
        Money contractValue,
        LocalDate startedOn,
        LocalDate endsOn) {

    static CooperationProjectResponse from(CooperationProject project) {
        CooperationProjectRow row = project.row();
        return new CooperationProjectResponse(
                project.id(),
                row.code(),
                row.name(),
                row.institutionCode(),
                row.enterprise(),
                row.field(),
                row.contractValue(),
                row.startedOn(),
                row.endsOn());
    }
}
