package cn.qingcheng.subsidy.review;

import static cn.qingcheng.subsidy.SampleCity.PDF;
import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.approver;
import static cn.qingcheng.subsidy.SampleCity.as;
import static cn.qingcheng.subsidy.SampleCity.awaitStatus;
import static cn.qingcheng.subsidy.SampleCity.know;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.reviewPassed;
import static cn.qingcheng.subsidy.SampleCity.reviewer;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.submitted;
import static cn.qingcheng.subsidy.SampleCity.talent;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventContract;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ReviewResourceTest {
    private static final String REASON = "{\"reason\": \"合同缺少签字页\"}";

    @Inject
    TestClock clock;

    private final EventProducer talentService = EventProducer.of("talent-service");
    private final String wang = unique("wang");
    private final UUID wangsTalentId = UUID.randomUUID();
    private String scheme;

    @BeforeEach
    void aSchemeAndAPerson() {
        clock.reset();
        scheme = schemeInForce(openBudget("9000.00"), null);
        know(talentService, wang, wangsTalentId, 1, "150105");
    }

    @AfterEach
    void backToTheFirstDay() {
        clock.reset();
    }

    @Test
    void theDecisionKeepsTheFactsAndOutcomesItStoodOn() {
        String id = reviewPassed(wang, scheme);
        step(approver(), id, "approve")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLICITY"))
                .body("decisions.step", contains("REVIEW", "APPROVAL"))
                .body("decisions[1].by", equalTo("approver"))
                .body("decisions[1].facts.employmentRegionCode", equalTo("150105"))
                .body("decisions[1].report.eligible", equalTo("YES"))
                .body("history.by", hasItem("reviewer"));
        talent(wang)
                .get(ROOT + "/me/applications/" + id)
                .then()
                .body("decisions.size()", equalTo(0))
                .body("history.by", everyItem(equalTo(null)));
    }

    @Test
    void nobodyApprovesWhatHePassedNorDecidesHisOwn() {
        String id = reviewPassed(wang, scheme);
        step(as("reviewer", "subsidy-reviewer", "subsidy-approver"), id, "approve")
                .then()
                .statusCode(409)
                .body("code", equalTo("SEPARATION_OF_DUTIES"));
        step(as(wang, "talent", "subsidy-approver"), id, "approve")
                .then()
                .statusCode(409)
                .body("code", equalTo("SEPARATION_OF_DUTIES"));
        step(reviewer(), id, "approve").then().statusCode(403);
        step(reviewer().contentType(ContentType.JSON).body(REASON), id, "reject")
                .then()
                .statusCode(403);
    }

    @Test
    void aStepOutOfOrderNamesWhatIsAllowed() {
        String id = submitted(wang, scheme);
        step(reviewer(), id, "pass-review")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("from", equalTo("SUBMITTED"))
                .body("to", equalTo("REVIEW_PASSED"))
                .body("allowed", contains("ACCEPTED_FOR_REVIEW", "WITHDRAWN"));
        step(reviewer(), UUID.randomUUID().toString(), "accept").then().statusCode(404);
        step(reviewer().contentType(ContentType.JSON).body("{}"), id, "return")
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsReturnedIsCorrectedAndGoesOn() {
        String id = underReview();
        step(reviewer().contentType(ContentType.JSON).body(REASON), id, "return")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED_FOR_CORRECTION"))
                .body("correctionDueAt", equalTo("2026-09-15T16:00:00Z"));
        talent(wang).get(ROOT + "/me/applications/" + id).then().body("reason", equalTo("合同缺少签字页"));
        talent(wang)
                .contentType("image/png")
                .body(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0})
                .put(ROOT + "/me/applications/" + id + "/evidence/LEASE_CONTRACT")
                .then()
                .statusCode(200)
                .body("mediaType", equalTo("image/png"));
        talent(wang)
                .post(ROOT + "/me/applications/" + id + "/submit")
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDER_REVIEW"));
        step(reviewer(), id, "pass-review").then().statusCode(200);
        EventContract.assertOutboxMatches("subsidy.application.returned");
    }

    @Test
    void whatIsNotCorrectedInTimeLapses() {
        String id = underReview();
        step(reviewer().contentType(ContentType.JSON).body(REASON), id, "return")
                .then()
                .statusCode(200);
        clock.set(Instant.parse("2026-09-15T16:00:00Z"));
        awaitStatus(wang, id, "LAPSED");
    }

    @Test
    void eligibilityIsCheckedAgainAtApproval() {
        String id = reviewPassed(wang, scheme);
        know(talentService, wang, wangsTalentId, 2, "110101");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> step(approver(), id, "approve")
                        .then()
                        .statusCode(422)
                        .body("rules[1].outcome", equalTo("FAIL")));
        reviewer().get(ROOT + "/applications/" + id).then().body("status", equalTo("REVIEW_PASSED"));
    }

    @Test
    void officersListByStateAndReadEvidence() {
        String id = submitted(wang, scheme);
        reviewer()
                .queryParam("status", "SUBMITTED")
                .queryParam("pageSize", 200)
                .get(ROOT + "/applications")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.status", everyItem(equalTo("SUBMITTED")));
        reviewer()
                .queryParam("status", "LOST")
                .get(ROOT + "/applications")
                .then()
                .statusCode(400);
        reviewer()
                .queryParam("state", "SUBMITTED")
                .get(ROOT + "/applications")
                .then()
                .statusCode(400);
        talent(wang).get(ROOT + "/applications").then().statusCode(403);

        Response evidence = reviewer().get(ROOT + "/applications/" + id + "/evidence/LEASE_CONTRACT");
        assertThat(evidence.statusCode()).isEqualTo(200);
        assertThat(evidence.asByteArray()).isEqualTo(PDF);
        assertThat(evidence.contentType()).isEqualTo("application/pdf");
        assertThat(evidence.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(evidence.header("Content-Disposition")).isEqualTo("attachment; filename=\"LEASE_CONTRACT\"");
        reviewer()
                .get(ROOT + "/applications/" + id + "/evidence/DIPLOMA")
                .then()
                .statusCode(404);
    }

    private String underReview() {
        String id = submitted(wang, scheme);
        step(reviewer(), id, "accept").then().statusCode(200);
        step(reviewer(), id, "start-review").then().statusCode(200);
        return id;
    }

    private static Response step(RequestSpecification officer, String id, String step) {
        return officer.post(ROOT + "/applications/" + id + "/" + step);
    }
}
