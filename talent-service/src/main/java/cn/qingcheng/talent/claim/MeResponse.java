package cn.qingcheng.talent.claim;

import cn.qingcheng.kit.privacy.Mask;
import cn.qingcheng.talent.registry.EducationResponse;
import cn.qingcheng.talent.registry.EmploymentOfTalentResponse;
import cn.qingcheng.talent.registry.Person;
import cn.qingcheng.talent.registry.Talent;
import cn.qingcheng.talent.registry.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person sees of herself: masked, for a phone lies about open. */
@Schema(name = "Me")
record MeResponse(
        UUID talentId,
        @Schema(description = "Masked", examples = "王**") String name,

        @Schema(description = "Masked", examples = "150***********1231")
        String idNumber,

        @Schema(description = "Masked", examples = "138****0000") @Nullable
        String phone,

        @Schema(description = "GB/T 2260", examples = "150105")
        String householdRegion,

        @Nullable Tier tier,
        List<EducationResponse> education,
        @Nullable EmploymentOfTalentResponse employment,

        @Schema(description = "Since when the city counts her as one who stays") @Nullable
        LocalDate retainedSince,

        @Nullable Instant claimedAt) {

    static MeResponse from(Talent talent, Person person) {
        String phone = person.phone();
        return new MeResponse(
                talent.id(),
                Mask.name(person.name()),
                Mask.idNumber(person.idNumber()),
                phone == null ? null : Mask.phone(phone),
                talent.householdRegion(),
                talent.tier(),
                talent.educationRecords().stream().map(EducationResponse::from).toList(),
                EmploymentOfTalentResponse.from(talent.employment()),
                talent.retainedSince(),
                talent.claimedAt());
    }
}
