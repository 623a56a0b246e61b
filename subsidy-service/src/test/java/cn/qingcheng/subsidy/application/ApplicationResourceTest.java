package cn.qingcheng.subsidy.application;

import static cn.qingcheng.subsidy.SampleCity.PDF;
import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.draft;
import static cn.qingcheng.subsidy.SampleCity.know;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.reviewer;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.submitted;
import static cn.qingcheng.subsidy.SampleCity.talent;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventContract;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.subsidy.evidence.EvidenceStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ApplicationResourceTest {
    private final EventProducer talentService = EventProducer.of("talent-service");
    private final String wang = unique("wang");
    private final String li = unique("li");
    private String scheme;

    @BeforeEach
    void aSchemeAndTwoPeople() {
        scheme = schemeInForce(openBudget("9000.00"), null);
        know(talentService, wang, UUID.randomUUID(), 1, "150105");
        know(talentService, li, UUID.randomUUID(), 1, "110101");
    }

    @Test
    void aDraftShowsItsPayeeMaskedAndIsSeenByNobodyElse() {
        String id = draft(wang, scheme)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", equalTo("DRAFT"))
                .body("payee.accountNumber", equalTo("****0017"))
                .body("allowedNext", contains("SUBMITTED", "WITHDRAWN"))
                .extract()
                .path("id");

        talent(wang).get(ROOT + "/me/applications").then().body("items.id", contains(id));
        talent(li).get(ROOT + "/me/applications/" + id).then().statusCode(404);
        talent(li).post(ROOT + "/me/applications/" + id + "/submit").then().statusCode(404);
        talent(li).get(ROOT + "/me/applications").then().body("items", hasSize(0));
        talent(wang).get(ROOT + "/me/applications/not-an-id").then().statusCode(404);
        talent(wang).get(ROOT + "/applications/" + id).then().statusCode(403);
        reviewer().get(ROOT + "/applications/" + id).then().statusCode(404);
        reviewer().post(ROOT + "/applications/" + id + "/accept").then().statusCode(404);
        reviewer()
                .queryParam("status", "DRAFT")
                .get(ROOT + "/applications")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void badInputIsToldAtOnceWithoutTheAccountInIt() {
        String answer = talent(wang)
                .contentType(ContentType.JSON)
                .body("""
                        {"schemeCode": "", "payee": {"accountName": " ", "accountNumber": "62220206x", "bankCode": "1"},
                         "amount": 5}
                        """)
                .post(ROOT + "/me/applications")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/schemeCode"))
                .body("errors.pointer", hasItem("/payee/accountName"))
                .body("errors.pointer", hasItem("/payee/accountNumber"))
                .body("errors.pointer", hasItem("/payee/bankCode"))
                .body("errors.pointer", hasItem("/amount"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("62220206x");
        draft(wang, "no-such-scheme").statusCode(404).body("code", equalTo("SCHEME_NOT_FOUND"));
        draft(unique("nobody"), scheme).statusCode(404).body("code", equalTo("NOT_CLAIMED"));
    }

    @Test
    void thereIsOneLiveApplicationPerPersonSchemeAndYear() {
        String first = draft(wang, scheme).statusCode(201).extract().path("id");
        draft(wang, scheme).statusCode(409).body("code", equalTo("APPLICATION_EXISTS"));
        talent(wang)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"写错了\"}")
                .post(ROOT + "/me/applications/" + first + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        draft(wang, scheme).statusCode(201);
        EventContract.assertOutboxMatches("subsidy.application.withdrawn");
    }

    @Test
    void anEditNeedsTheVersionSeen() {
        String id = draft(wang, scheme).statusCode(201).extract().path("id");
        String patch = "{\"payee\": {\"accountNumber\": \"6222020602000000025\"}}";

        edit(id, null, patch).then().statusCode(428);
        edit(id, "\"7\"", patch).then().statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
        edit(id, "\"0\"", patch).then().statusCode(200).body("payee.accountNumber", equalTo("****0025"));
        edit(id, "\"0\"", patch).then().statusCode(412);
        edit(id, "\"1\"", "{\"payee\": {\"bankCode\": null}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/payee/bankCode"));
        edit(id, "\"1\"", "{\"status\": \"APPROVED\"}").then().statusCode(400);
    }

    @Test
    void evidenceIsToldByItsContent() {
        String id = draft(wang, scheme).statusCode(201).extract().path("id");

        upload(wang, id, "LEASE_CONTRACT", "<html>not a pdf</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(415)
                .body("code", equalTo("EVIDENCE_TYPE_REFUSED"));
        upload(wang, id, "DIPLOMA", PDF).then().statusCode(404).body("allowed", contains("LEASE_CONTRACT"));
        upload(li, id, "LEASE_CONTRACT", PDF).then().statusCode(404);
        byte[] large = Arrays.copyOf(PDF, (int) EvidenceStore.MAX_BYTES + 1);
        upload(wang, id, "LEASE_CONTRACT", large).then().statusCode(413).body("code", equalTo("EVIDENCE_TOO_LARGE"));
        talent(wang).get(ROOT + "/me/applications/" + id).then().body("evidence", hasSize(0));

        upload(wang, id, "LEASE_CONTRACT", Arrays.copyOf(PDF, (int) EvidenceStore.MAX_BYTES))
                .then()
                .statusCode(200);
        upload(wang, id, "LEASE_CONTRACT", PDF)
                .then()
                .statusCode(200)
                .body("mediaType", equalTo("application/pdf"))
                .body("sizeBytes", equalTo(PDF.length));
        talent(wang).get(ROOT + "/me/applications/" + id).then().body("evidence", hasSize(1));
    }

    @Test
    void submittingNeedsEvidenceAndNoFailingRule() {
        String wangs = draft(wang, scheme).statusCode(201).extract().path("id");
        talent(wang)
                .post(ROOT + "/me/applications/" + wangs + "/submit")
                .then()
                .statusCode(422)
                .body("code", equalTo("EVIDENCE_MISSING"))
                .body("missing", contains("LEASE_CONTRACT"));

        String lis = draft(li, scheme).statusCode(201).extract().path("id");
        upload(li, lis, "LEASE_CONTRACT", PDF).then().statusCode(200);
        talent(li)
                .header("Accept-Language", "en")
                .post(ROOT + "/me/applications/" + lis + "/submit")
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_ELIGIBLE"))
                .body("rules.outcome", contains("PASS", "FAIL"))
                .body("rules[1].text", equalTo("Employed in the city"));
    }

    @Test
    void aSubmittedApplicationIsToldToTheOthersAndCannotBeEditedOrSubmittedAgain() {
        String id = submitted(wang, scheme);
        try (EventCatcher events = EventCatcher.of("subsidy.application.v1")) {
            var event = events.await("subsidy.application.submitted", id);
            assertThat(event.text("schemeCode")).isEqualTo(scheme);
            assertThat(event.data().toString()).doesNotContain("6222");
        }
        talent(wang)
                .post(ROOT + "/me/applications/" + id + "/submit")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", contains("ACCEPTED_FOR_REVIEW", "WITHDRAWN"));
        edit(id, "\"1\"", "{\"payee\": {\"accountNumber\": \"6222020602000000025\"}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("APPLICATION_NOT_EDITABLE"));
        upload(wang, id, "LEASE_CONTRACT", PDF).then().statusCode(409);
    }

    private Response edit(String id, String ifMatch, String patch) {
        var request = talent(wang)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/merge-patch+json", ContentType.JSON)))
                .contentType("application/merge-patch+json")
                .body(patch);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(ROOT + "/me/applications/" + id);
    }

    private static Response upload(String account, String id, String kind, byte[] content) {
        return talent(account)
                .contentType("application/octet-stream")
                .body(content)
                .put(ROOT + "/me/applications/" + id + "/evidence/" + kind);
    }
}
