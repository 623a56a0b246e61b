package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.standard.CreditCode;
import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.platform.naming.BilingualName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of an import.
 *
 * @param institutionCode code of a registered institution
 * @param enterprise unified social credit code of the enterprise it works with
 */
@Schema(name = "CooperationProjectRow")
public record CooperationProjectRow(
        @Schema(examples = "CP0001") @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}")
        String code,

        @NotNull @Valid BilingualName name,

        @Schema(examples = "90001") @NotNull @Pattern(regexp = "[0-9]{5}")
        String institutionCode,

        @Schema(examples = "91150102MA0TE5T084") @NotNull @CreditCode
        String enterprise,

        @Schema(examples = "新材料") @NotBlank @Size(max = 50) String field,
        @NotNull Money contractValue,
        @Schema(examples = "2024-03-01") @NotNull LocalDate startedOn,
        @Schema(examples = "2026-03-01") @NotNull LocalDate endsOn) {

    /** What is wrong between the fields. */
    List<InputError> inconsistencies() {
        return endsOn.isAfter(startedOn) ? List.of() : List.of(InputError.of("/endsOn", "ENDS_BEFORE_START"));
    }
}
