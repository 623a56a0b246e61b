package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.platform.naming.BilingualName;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cooperation project. */
public record CooperationProjectResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "CP0001") String code,
        BilingualName name,
        @Schema(examples = "90001") String institutionCode,
        @Schema(examples = "91150102MA0TE5T084") String enterprise,
        @Schema(examples = "新材料") String field,
        Money contractValue,
        @Schema(examples = "2024-03-01") LocalDate startedOn,
        @Schema(examples = "2026-03-01") LocalDate endsOn) {

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
