package cn.qingcheng.subsidy.application;

import cn.qingcheng.subsidy.payee.PayeeRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new draft. */
public record CreateApplicationRequest(
        @Schema(examples = "rent-subsidy") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,49}")
        String schemeCode,

        @NotNull @Valid PayeeRequest payee) {}
