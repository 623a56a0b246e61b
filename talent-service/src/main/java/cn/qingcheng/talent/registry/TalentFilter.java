package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.standard.CreditCode;
import cn.qingcheng.kit.standard.EducationLevelCode;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an officer may narrow a list of people by; what is left out does not narrow. */
public class TalentFilter {

    @QueryParam("educationLevel")
    @EducationLevelCode
    @Parameter(description = "Holds an education of this level, GB/T 4658", example = "21")
    @Nullable
    String educationLevel;

    @QueryParam("institution")
    @Pattern(regexp = "[0-9]{5}", message = "{INSTITUTION_CODE}")
    @Parameter(description = "Studied at this institution", example = "90001")
    @Nullable
    String institution;

    @QueryParam("employerCode")
    @CreditCode
    @Parameter(
            description = "Works for the employer of this unified social credit code",
            example = "91150102MA0TE5T084")
    @Nullable
    String employerCode;

    @QueryParam("claimed")
    @Parameter(description = "Has (or has not) claimed the record")
    @Nullable
    Boolean claimed;

    @QueryParam("retained")
    @Parameter(description = "Is (or is not) confirmed as staying in the city")
    @Nullable
    Boolean retained;

    void apply(List<String> conditions, Map<String, Object> values) {
        if (educationLevel != null) {
            conditions.add("exists (select 1 from EducationRecord e where e.talent = t and e.level = :level)");
            values.put("level", educationLevel);
        }
        if (institution != null) {
            conditions.add(
                    "exists (select 1 from EducationRecord e where e.talent = t and e.key.source = :institution)");
            values.put("institution", institution);
        }
        if (employerCode != null) {
            conditions.add("t.employment.employerCode = :employer");
            values.put("employer", employerCode);
        }
        if (claimed != null) {
            conditions.add(claimed ? "t.accountId is not null" : "t.accountId is null");
        }
        if (retained != null) {
            conditions.add(retained ? "t.retainedSince is not null" : "t.retainedSince is null");
        }
    }
}
