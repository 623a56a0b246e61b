package cn.qingcheng.subsidy.publicity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An objection to one application of a list. The contact is kept encrypted and shown only to who handles it. */
public record RaiseObjectionRequest(
        @Schema(examples = "QS-2026-000001") @NotNull @Pattern(regexp = "QS-[0-9]{4}-[0-9]{6,}")
        String applicationNumber,

        @Schema(examples = "该申请人已不在本市工作") @NotBlank @Size(max = 2000)
        String statement,

        @Schema(examples = "13800000000") @NotBlank @Size(max = 100)
        String contact) {

    /** Keeps the contact out of logs. */
    @Override
    public String toString() {
        return "RaiseObjectionRequest";
    }
}
