package cn.qingcheng.subsidy;

import static cn.qingcheng.subsidy.SampleCity.PDF;
import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.awaitStatus;
import static cn.qingcheng.subsidy.SampleCity.draft;
import static cn.qingcheng.subsidy.SampleCity.finance;
import static cn.qingcheng.subsidy.SampleCity.know;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.published;
import static cn.qingcheng.subsidy.SampleCity.schemeBody;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.talent;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static io.restassured.RestAssured.given;

import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.TestClock;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.kit.testing.api.ApiScene;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** One of everything this service keeps, and whose it is. Moves the clock into October. */
final class Scene {

    private final String line = openBudget("90000.00");
    private final String paidScheme = schemeInForce(line, null);
    private final String openScheme = schemeInForce(line, null);
    private final String account = unique("scene");
    private final TestClock clock;

    private Scene(TestClock clock) {
        this.clock = clock;
    }

    static ApiScene prepare(DataSource database, TestClock clock) {
        clock.reset();
        return new Scene(clock).with(ApiScene.of(database));
    }

    private ApiScene with(ApiScene scene) {
        try (EventProducer talentService = EventProducer.of("talent-service")) {
            know(talentService, account, UUID.randomUUID(), 1, "150105");
            know(talentService, account + "-other", UUID.randomUUID(), 1, "150105");
        }
        String published = published(account, paidScheme);
        clock.set(Instant.parse("2026-09-08T16:00:00Z"));
        awaitStatus(account, published, "ENTITLED");
        clock.set(Instant.parse("2026-10-12T02:00:00Z"));
        String batch = finance("finance1")
                .contentType(ContentType.JSON)
                .body("{\"schemeCode\": \"%s\", \"period\": \"2026-10\"}".formatted(paidScheme))
                .post(ROOT + "/disbursement-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String payment = finance("finance1")
                .queryParam("batchId", batch)
                .get(ROOT + "/payments")
                .path("items[0].id");
        String own = draft(account, openScheme).statusCode(201).extract().path("id");
        String number = publishedNumber(account + "-other");
        return objects(scene, own, published, batch, payment, objection(number), number);
    }

    /** Of a list that is still open. */
    private String publishedNumber(String other) {
        String application = published(other, openScheme);
        return talent(other).get(ROOT + "/me/applications/" + application).path("number");
    }

    private String objection(String number) {
        return given().contentType(ContentType.JSON)
                .body(objectionTo(number))
                .post(ROOT + "/publicity/" + openList() + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String openList() {
        return given().queryParam("pageSize", 200)
                .get(ROOT + "/publicity")
                .path("items.find { it.schemeCode == '%s' }.id".formatted(openScheme));
    }

    private static String objectionTo(String number) {
        return "{\"applicationNumber\": \"%s\", \"statement\": \"样例\", \"contact\": \"13800000000\"}".formatted(number);
    }

    private static String applicationFor(String scheme) {
        return """
                {"schemeCode": "%s", "payee": {"accountName": "样例", "accountNumber": "6222020602000000017", \
                "bankCode": "102191000011"}}""".formatted(scheme);
    }

    private ApiScene objects(
            ApiScene scene,
            String own,
            String published,
            String batch,
            String payment,
            String objection,
            String number) {
        return scene.owner("talent", Tokens.of(account, "talent"))
                .stranger("talent", Tokens.of(account + "-other", "talent"))
                .at(ROOT + "/me/applications/{id}", own)
                .at(ROOT + "/me/applications/{id}/evidence/{kind}", "LEASE_CONTRACT")
                .at(ROOT + "/applications/{id}", published)
                .at(ROOT + "/applications/{id}/evidence/{kind}", "LEASE_CONTRACT")
                .at(ROOT + "/budget-lines/{code}", line)
                .at(ROOT + "/disbursement-batches/{id}", batch)
                .at(ROOT + "/payments/{id}", payment)
                .at(ROOT + "/objections/{id}", objection)
                .at(ROOT + "/publicity/{listId}", openList())
                .at(ROOT + "/schemes/{code}", openScheme)
                .at(ROOT + "/schemes/{code}/versions/{number}", "1")
                .body("POST " + ROOT + "/schemes", () -> schemeBody(unique("scheme"), line, "RENT_SUBSIDY"))
                .body("POST " + ROOT + "/schemes/{code}/versions", () -> schemeBody(openScheme, line, "RENT_SUBSIDY"))
                .body(
                        "POST " + ROOT + "/budget-lines",
                        () -> "{\"code\": \"%s\", \"year\": 2026, \"name\": {\"zh\": \"样例\", \"en\": \"Sample\"}}"
                                .formatted(unique("line")))
                .body(
                        "POST " + ROOT + "/disbursement-batches",
                        () -> "{\"schemeCode\": \"%s\", \"period\": \"2026-10\"}".formatted(paidScheme))
                .repeats("POST " + ROOT + "/schemes", "/rules/0/cel")
                .repeats("POST " + ROOT + "/schemes/{code}/versions", "/rules/0/cel")
                .body("POST " + ROOT + "/me/applications", () -> applicationFor(openScheme))
                .body("POST " + ROOT + "/publicity/{listId}/objections", () -> objectionTo(number))
                .body(
                        "PUT " + ROOT + "/me/applications/{id}/evidence/{kind}",
                        () -> new String(PDF, StandardCharsets.US_ASCII));
    }
}
