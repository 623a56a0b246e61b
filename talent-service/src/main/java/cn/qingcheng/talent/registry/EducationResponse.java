package cn.qingcheng.talent.registry;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One completed course of study, without its certificate's number. */
@Schema(name = "Education")
public record EducationResponse(
        @Schema(description = "Code of the institution", examples = "90001")
        String institution,

        @Schema(description = "GB/T 4658", examples = "21") String educationLevel,

        @Schema(description = "GB/T 6864", examples = "408") @Nullable
        String degree,

        @Schema(description = "GB/T 13745", examples = "520") @Nullable
        String discipline,

        LocalDate graduatedOn) {

    public static EducationResponse from(EducationRecord education) {
        return new EducationResponse(
                education.institution(),
                education.level(),
                education.degree(),
                education.discipline(),
                education.graduatedOn());
    }
}
