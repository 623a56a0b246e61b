package cn.qingcheng.platform.cooperation;

import cn.qingcheng.platform.naming.BilingualName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of an import: the institution's five-digit code, its name and kind. */
@Schema(name = "InstitutionRow")
public record InstitutionRow(
        @Schema(examples = "90001") @NotNull @Pattern(regexp = "[0-9]{5}")
        String code,

        @NotNull @Valid BilingualName name,
        @NotNull InstitutionKind kind) {}
