package cn.qingcheng.talent;

import static cn.qingcheng.talent.TalentApi.EMPLOYER;
import static cn.qingcheng.talent.TalentApi.as;
import static cn.qingcheng.talent.TalentApi.claim;
import static cn.qingcheng.talent.TalentApi.registerEmployer;
import static cn.qingcheng.talent.TalentApi.talentId;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventContract;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.OpenApiContract;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ContractTest {

    @Test
    void theApiIsAsCommitted() {
        OpenApiContract.assertCommitted();
    }

    @Test
    void everyEventFitsItsSchema() {
        Graduate graduate = Graduate.next();
        String talentId = talentId("90001", graduate);
        claim("contract", graduate).then().statusCode(200);
        registerEmployer(EMPLOYER);
        as(Tokens.employer(EMPLOYER))
                .body(Map.of(
                        "unifiedSocialCreditCode", EMPLOYER,
                        "idNumber", graduate.idNumber(),
                        "regionCode", "150102",
                        "post", "工程师",
                        "startedOn", "2026-07-01",
                        "socialInsuranceMonth", "2026-08"))
                .post("/talent/v1/employments")
                .then()
                .statusCode(201);
        claimBenefit(talentId, "RENT_SUBSIDY", "benefit.cleared");
        claimBenefit(talentId, "TALENT_APARTMENT", "benefit.refused");

        EventContract.assertOutboxMatches(
                "talent.facts",
                "talent.registered",
                "talent.claimed",
                "talent.employment.declared",
                "talent.retention.confirmed",
                "benefit.cleared",
                "benefit.refused");
    }

    private static void claimBenefit(String talentId, String kind, String answer) {
        try (EventProducer subsidy = EventProducer.of("subsidy-service");
                EventCatcher answers = EventCatcher.of("talent.benefit.v1")) {
            Map<String, String> data = Map.of(
                    "claimId", UUID.randomUUID().toString(), "talentId", talentId, "kind", kind, "reference", "QS-1");
            subsidy.send("subsidy.benefit.v1", "benefit.claimed", talentId, data);
            answers.await(answer, talentId);
        }
    }

    @Test
    void theCopiesOfOthersSchemasAreTheirs() {
        EventContract.assertConsumedCopiesCurrent();
    }
}
