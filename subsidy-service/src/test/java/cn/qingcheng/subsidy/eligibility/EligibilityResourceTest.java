package cn.qingcheng.subsidy.eligibility;

import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.know;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.reviewer;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.talent;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventProducer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class EligibilityResourceTest {
    private final EventProducer talentService = EventProducer.of("talent-service");

    @Test
    void everyRuleIsAnsweredInTheLanguageAskedForAndAMissingFactSaysWhoMustSupplyIt() {
        String scheme = schemeInForce(openBudget("1.00"), null);
        String account = unique("wang");
        know(talentService, account, UUID.randomUUID(), 1, null);
        String mine = "find { it.schemeCode == '%s' }.".formatted(scheme);

        talent(account)
                .get(ROOT + "/me/eligibility")
                .then()
                .statusCode(200)
                .body(mine + "eligible", equalTo("UNKNOWN"))
                .body(mine + "monthlyAmount.amount", equalTo("1500.00"))
                .body(mine + "rules.outcome", contains("PASS", "UNKNOWN"))
                .body(mine + "rules[1].text", equalTo("在本市就业"))
                .body(mine + "rules[1].missing[0].fact", equalTo("employmentRegionCode"))
                .body(mine + "rules[1].missing[0].supplier", equalTo("EMPLOYER"))
                .body(mine + "rules[1].missing[0].text", equalTo("就业地区：由用人单位申报"));
        talent(account)
                .header("Accept-Language", "en")
                .get(ROOT + "/me/eligibility")
                .then()
                .body(mine + "rules[1].text", equalTo("Employed in the city"))
                .body(mine + "rules[1].missing[0].text", equalTo("Region of employment: declared by the employer"));
    }

    @Test
    void newerFactsChangeTheAnswerAndOlderOnesThatArriveLateDoNot() {
        String scheme = schemeInForce(openBudget("1.00"), null);
        String account = unique("wang");
        UUID talentId = UUID.randomUUID();
        String eligible = "find { it.schemeCode == '%s' }.eligible".formatted(scheme);
        know(talentService, account, talentId, 3, "150105");
        awaitEligible(account, eligible, "YES");
        know(talentService, account, talentId, 2, "110101");
        know(talentService, account, talentId, 5, null);
        awaitEligible(account, eligible, "UNKNOWN");
        know(talentService, account, talentId, 4, "110101");
        know(talentService, account, talentId, 6, "150105");
        awaitEligible(account, eligible, "YES");
    }

    @Test
    void whoHasNotClaimedHerRecordIsToldSoAndOfficersHaveNoEligibility() {
        talent(unique("nobody"))
                .get(ROOT + "/me/eligibility")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_CLAIMED"));
        reviewer().get(ROOT + "/me/eligibility").then().statusCode(403);
    }

    private static void awaitEligible(String account, String path, String expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> expected.equals(
                        talent(account).get(ROOT + "/me/eligibility").path(path)));
    }
}
