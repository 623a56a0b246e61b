package cn.qingcheng.talent.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a person works now. */
@Schema(name = "CurrentEmployment")
public record EmploymentOfTalentResponse(
        @Schema(description = "Unified social credit code", examples = "91150102MA0TE5T084")
        String employerCode,

        @Schema(examples = "150102") String regionCode,
        LocalDate startedOn,

        @Schema(description = "Latest month insured", type = SchemaType.STRING, examples = "2026-08")
        YearMonth socialInsuranceMonth) {

    public static @Nullable EmploymentOfTalentResponse from(@Nullable CurrentEmployment employment) {
        return employment == null
                ? null
                : new EmploymentOfTalentResponse(
                        employment.employerCode(),
                        employment.regionCode(),
                        employment.startedOn(),
                        employment.socialInsuranceMonth());
    }
}
