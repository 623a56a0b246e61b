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
        @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String code,
        @NotNull @Valid BilingualName name,
        @NotNull @Pattern(regexp = "[0-9]{5}") String institutionCode,
        @NotNull @CreditCode String enterprise,
        @NotBlank @Size(max = 50) String field,
        @NotNull Money contractValue,
        @NotNull LocalDate startedOn,
        @NotNull LocalDate endsOn) {

    /** What is wrong between the fields. */
    List<InputError> inconsistencies() {
        return endsOn.isAfter(startedOn) ? List.of() : List.of(InputError.of("/endsOn", "ENDS_BEFORE_START"));
    }
}
