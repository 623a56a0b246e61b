package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.standard.CreditCode;
import cn.qingcheng.kit.standard.KnownRegion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An employer to be known from now on. */
record RegisterEmployerRequest(
        @Schema(description = "GB 32100", examples = "91150102MA0TE5T084") @NotNull @CreditCode
        String unifiedSocialCreditCode,

        @Schema(examples = "样例企业01") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "GB/T 2260", examples = "150102") @NotNull @KnownRegion
        String regionCode) {}
