package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.privacy.Mask;
import cn.qingcheng.kit.standard.ResidentId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as an officer sees her: masked. */
@Schema(name = "Talent")
record TalentResponse(
        UUID id,
        @Schema(description = "Masked", examples = "王**") String name,

        @Schema(description = "Masked", examples = "150***********1231")
        String idNumber,

        ResidentId.Sex sex,
        @Schema(examples = "2003") int bornInYear,

        @Schema(description = "GB/T 2260", examples = "150105")
        String householdRegion,

        @Nullable Tier tier,
        List<EducationResponse> education,
        @Nullable EmploymentOfTalentResponse employment,

        @Schema(description = "Whether the person has claimed the record")
        boolean claimed,

        @Schema(description = "Since when the city counts her as one who stays") @Nullable
        LocalDate retainedSince) {

    static TalentResponse from(Talent talent, Person person) {
        return new TalentResponse(
                talent.id(),
                Mask.name(person.name()),
                Mask.idNumber(person.idNumber()),
                talent.sex(),
                talent.bornOn().getYear(),
                talent.householdRegion(),
                talent.tier(),
                talent.educationRecords().stream().map(EducationResponse::from).toList(),
                EmploymentOfTalentResponse.from(talent.employment()),
                talent.accountId() != null,
                talent.retainedSince());
    }
}
