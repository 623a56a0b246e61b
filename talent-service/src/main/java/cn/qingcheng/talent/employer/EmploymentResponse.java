package cn.qingcheng.talent.employer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A declaration as its employer sees it; the person is known by her talentId. */
@Schema(name = "Employment")
record EmploymentResponse(
        UUID id,
        UUID talentId,
        @Schema(examples = "91150102MA0TE5T084") String unifiedSocialCreditCode,
        @Schema(examples = "150102") String regionCode,
        @Schema(examples = "工艺工程师") String post,
        LocalDate startedOn,

        @Schema(type = SchemaType.STRING, examples = "2026-08")
        YearMonth socialInsuranceMonth,

        Instant declaredAt,
        @JsonIgnore @Schema(hidden = true) long version) {

    static EmploymentResponse from(Employment employment) {
        return new EmploymentResponse(
                employment.id(),
                employment.talentId(),
                employment.employer().unifiedSocialCreditCode(),
                employment.regionCode(),
                employment.post(),
                employment.startedOn(),
                employment.socialInsuranceMonth(),
                employment.declaredAt(),
                employment.version());
    }
}
