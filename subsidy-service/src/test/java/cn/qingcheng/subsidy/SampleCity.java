package cn.qingcheng.subsidy;

import static io.restassured.RestAssured.given;

import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A scheme, a budget and people of a test's own, made as others would make them: over HTTP and Kafka. */
public final class SampleCity {
    public static final String ROOT = "/subsidy/v1";
    public static final byte[] PDF = "%PDF-1.4\nsample\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SampleCity() {}

    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static RequestSpecification as(String account, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.of(account, roles));
    }

    public static RequestSpecification talent(String account) {
        return as(account, "talent");
    }

    public static RequestSpecification reviewer() {
        return as("reviewer", "subsidy-reviewer");
    }

    public static RequestSpecification approver() {
        return as("approver", "subsidy-approver");
    }

    public static RequestSpecification finance(String account) {
        return as(account, "subsidy-finance").header("Idempotency-Key", UUID.randomUUID());
    }

    public static String openBudget(String amount) {
        String code = unique("line");
        finance("finance1")
                .contentType(ContentType.JSON)
                .body("""
                        {"code": "%s", "year": 2026, "name": {"zh": "样例", "en": "Sample"}}
                        """.formatted(code))
                .post(ROOT + "/budget-lines")
                .then()
                .statusCode(201);
        finance("finance1")
                .contentType(ContentType.JSON)
                .body("""
                        {"amount": {"amount": "%s", "currency": "CNY"}, "decision": "样例〔2026〕1号"}
                        """.formatted(amount))
                .post(ROOT + "/budget-lines/" + code + "/appropriations")
                .then()
                .statusCode(201);
        return code;
    }

    public static String schemeBody(String code, String line, String benefitKind) {
        return """
                {"code": "%s", "name": {"zh": "租房补贴", "en": "Rent subsidy"}, "policy": "样例政策",
                 "benefitKind": %s, "budgetLineCode": "%s",
                 "rules": [
                  {"name": "graduated", "cel": "educationLevel in ['11','14','21']", "zh": "本科及以上", "en": "Bachelor or above"},
                  {"name": "employed-in-city", "cel": "employmentRegionCode.startsWith('1501')", "zh": "在本市就业", "en": "Employed in the city"}],
                 "amounts": [{"educationLevel": "21", "amount": {"amount": "1500.00", "currency": "CNY"}}],
                 "instalments": 3, "evidence": ["LEASE_CONTRACT"], "publicityWorkdays": 5}
                """.formatted(code, benefitKind == null ? "null" : '"' + benefitKind + '"', line);
    }

    /** A scheme in force that pays a bachelor 1500.00 in each of three months. */
    public static String schemeInForce(String line, String benefitKind) {
        String code = unique("scheme");
        as("drafter", "subsidy-approver")
                .contentType(ContentType.JSON)
                .body(schemeBody(code, line, benefitKind))
                .post(ROOT + "/schemes")
                .then()
                .statusCode(201);
        reviewer()
                .post(ROOT + "/schemes/" + code + "/versions/1/put-in-force")
                .then()
                .statusCode(200);
        return code;
    }

    /** Says over Kafka what is known of a person, and waits until the service has heard it. */
    public static void know(EventProducer talentService, String account, UUID talentId, long revision, String region) {
        String employment = region == null ? "null" : """
                {"employerCode": "91150102MA0TE5T084", "regionCode": "%s", "startedOn": "2026-07-01",
                 "socialInsuranceMonth": "2026-08"}
                """.formatted(region);
        talentService.send("talent.facts.v1", "talent.facts", talentId.toString(), """
                {"talentId": "%s", "revision": %d, "accountId": "%s", "educationLevel": "21", "degree": "408",
                 "institution": "90001", "graduatedOn": "2026-06-30", "bornInYear": 2003, "tier": null,
                 "regionCode": "150105", "employment": %s, "retainedSince": null}
                """.formatted(
                        talentId, revision, account, employment));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> talent(account).get(ROOT + "/me/eligibility").statusCode() == 200);
    }

    public static ValidatableResponse draft(String account, String scheme) {
        return talent(account)
                .contentType(ContentType.JSON)
                .body("""
                        {"schemeCode": "%s", "payee": {"accountName": "样例", "accountNumber": "6222020602000000017",
                         "bankCode": "102191000011"}}
                        """.formatted(scheme))
                .post(ROOT + "/me/applications")
                .then();
    }

    /** A submitted application with its evidence. */
    public static String submitted(String account, String scheme) {
        String id = draft(account, scheme).statusCode(201).extract().path("id");
        talent(account)
                .contentType("application/pdf")
                .body(PDF)
                .put(ROOT + "/me/applications/" + id + "/evidence/LEASE_CONTRACT")
                .then()
                .statusCode(200);
        talent(account).post(ROOT + "/me/applications/" + id + "/submit").then().statusCode(200);
        return id;
    }

    public static String reviewPassed(String account, String scheme) {
        String id = submitted(account, scheme);
        for (String step : new String[] {"accept", "start-review", "pass-review"}) {
            reviewer().post(ROOT + "/applications/" + id + "/" + step).then().statusCode(200);
        }
        return id;
    }

    public static String published(String account, String scheme) {
        String id = reviewPassed(account, scheme);
        approver().post(ROOT + "/applications/" + id + "/approve").then().statusCode(200);
        return id;
    }

    public static void awaitStatus(String account, String id, String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> status.equals(
                        talent(account).get(ROOT + "/me/applications/" + id).path("status")));
    }
}
