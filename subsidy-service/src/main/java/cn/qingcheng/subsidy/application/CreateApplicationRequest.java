package cn.qingcheng.subsidy.application;

import cn.qingcheng.subsidy.payee.PayeeRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new draft. */
public record CreateApplicationRequest(
        @Schema(examples = "rent-subsidy") @NotBlank @Size(max = 50)
        String schemeCode,

        @NotNull @Valid PayeeRequest payee) {}
