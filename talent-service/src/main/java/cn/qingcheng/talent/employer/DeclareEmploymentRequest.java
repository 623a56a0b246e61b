package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.standard.CreditCode;
import cn.qingcheng.kit.standard.KnownRegion;
import cn.qingcheng.kit.standard.ResidentIdNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An employer says: this person works for us, and we paid her social insurance for this month. */
record DeclareEmploymentRequest(
        @Schema(description = "The declaring employer, GB 32100", examples = "91150102MA0TE5T084") @NotNull @CreditCode
        String unifiedSocialCreditCode,

        @Schema(description = "Of the person employed, GB 11643", examples = "150105199903071231")
        @NotNull
        @ResidentIdNumber
        String idNumber,

        @Schema(description = "Where the work is done, GB/T 2260", examples = "150102") @NotNull @KnownRegion
        String regionCode,

        @Schema(examples = "工艺工程师") @NotBlank @Size(max = 100)
        String post,

        @Schema(description = "First day of work", examples = "2026-07-01")
        @NotNull
        @PastOrPresent(message = "{DATE_IN_FUTURE}")
        LocalDate startedOn,

        @Schema(description = "Month insured, not in the future", type = SchemaType.STRING, examples = "2026-08")
        @NotNull
        @PastOrPresent(message = "{DATE_IN_FUTURE}")
        YearMonth socialInsuranceMonth) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "DeclareEmploymentRequest[" + unifiedSocialCreditCode + "]";
    }
}
