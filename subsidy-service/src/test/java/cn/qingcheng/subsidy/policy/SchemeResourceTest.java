package cn.qingcheng.subsidy.policy;

import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.as;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.reviewer;
import static cn.qingcheng.subsidy.SampleCity.schemeBody;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class SchemeResourceTest {

    @Test
    void everybodyReadsASchemeInForceInBothLanguagesAndNobodyADraft() {
        String line = openBudget("1.00");
        String scheme = schemeInForce(line, "RENT_SUBSIDY");
        String drafted = unique("draft");
        draft("drafter", schemeBody(drafted, line, null)).then().statusCode(201).header("ETag", "\"0\"");

        given().get(ROOT + "/schemes/" + scheme)
                .then()
                .statusCode(200)
                .body("name.zh", equalTo("租房补贴"))
                .body("name.en", equalTo("Rent subsidy"))
                .body("status", equalTo("IN_FORCE"))
                .body("amounts[0].amount.amount", equalTo("1500.00"));
        given().queryParam("pageSize", 200)
                .get(ROOT + "/schemes")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(scheme))
                .body("items.code", not(hasItem(drafted)));
        given().get(ROOT + "/schemes/" + drafted).then().statusCode(404).body("code", equalTo("SCHEME_NOT_FOUND"));
        given().get(ROOT + "/schemes/" + drafted + "/versions/1").then().statusCode(401);
        reviewer()
                .get(ROOT + "/schemes/" + drafted + "/versions/1")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
    }

    @Test
    void aVersionNeedsTwoOfficersAndIsPutInForceOnce() {
        String scheme = unique("scheme");
        draft("drafter", schemeBody(scheme, openBudget("1.00"), null)).then().statusCode(201);
        String step = ROOT + "/schemes/" + scheme + "/versions/1/put-in-force";

        as("drafter", "subsidy-approver")
                .post(step)
                .then()
                .statusCode(409)
                .body("code", equalTo("SECOND_OFFICER_NEEDED"));
        as("finance1", "subsidy-finance").post(step).then().statusCode(403);
        reviewer().post(step).then().statusCode(200).body("status", equalTo("IN_FORCE"));
        reviewer()
                .post(step)
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("from", equalTo("IN_FORCE"))
                .body("allowed", contains("REPEALED", "SUPERSEDED"));
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOne() {
        String line = openBudget("1.00");
        String scheme = schemeInForce(line, null);
        as("drafter", "subsidy-approver")
                .contentType(ContentType.JSON)
                .body(schemeBody(scheme, line, null).replace("1500.00", "1600.00"))
                .post(ROOT + "/schemes/" + scheme + "/versions")
                .then()
                .statusCode(201)
                .body("version", equalTo(2));
        reviewer()
                .post(ROOT + "/schemes/" + scheme + "/versions/2/put-in-force")
                .then()
                .statusCode(200);

        given().get(ROOT + "/schemes/" + scheme).then().body("amounts[0].amount.amount", equalTo("1600.00"));
        reviewer()
                .get(ROOT + "/schemes/" + scheme + "/versions/1")
                .then()
                .body("status", equalTo("SUPERSEDED"))
                .body("amounts[0].amount.amount", equalTo("1500.00"));
    }

    @Test
    void aRuleThatDoesNotCheckIsRefusedWithAllOtherErrorsAndNothingIsWritten() {
        String scheme = unique("scheme");
        String body = """
                {"code": "%s", "name": {"zh": "样例", "en": "Sample"}, "policy": "样例", "budgetLineCode": "line-x",
                 "rules": [{"name": "one", "cel": "age <", "zh": "一", "en": "One"},
                           {"name": "one", "cel": "salary > 5", "zh": "二", "en": "Two"}],
                 "amounts": [{"educationLevel": "21", "amount": {"amount": "0.00", "currency": "CNY"}},
                             {"educationLevel": "21", "amount": {"amount": "5.00", "currency": "CNY"}}],
                 "instalments": 1, "evidence": ["A_B", "A_B"], "publicityWorkdays": 5}
                """.formatted(scheme);

        draft("drafter", body)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/rules/0/cel",
                                "/rules/1/name",
                                "/rules/1/cel",
                                "/amounts/0/amount",
                                "/amounts/1/educationLevel",
                                "/evidence/1"));
        reviewer().get(ROOT + "/schemes/" + scheme + "/versions/1").then().statusCode(404);
    }

    @Test
    void unknownFieldsWrongTypesAndNegativeMoneyAreToldAtOnce() {
        draft("drafter", """
                        {"code": "Not A Code", "colour": "red", "amounts": [{"educationLevel": "99",
                         "amount": {"amount": "-1.00", "currency": "CNY"}}], "instalments": "many"}
                        """)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/colour"))
                .body("errors.pointer", hasItem("/code"))
                .body("errors.pointer", hasItem("/instalments"))
                .body("errors.pointer", hasItem("/rules"))
                .body("errors.pointer", hasItem("/amounts/0/educationLevel"));
    }

    @Test
    void theSameCodeTwiceAndALineThatIsNotOpenAreConflicts() {
        String scheme = unique("scheme");
        String body = schemeBody(scheme, "no-such-line", null);
        draft("drafter", body).then().statusCode(201);

        draft("drafter", body).then().statusCode(409).body("code", equalTo("SCHEME_EXISTS"));
        reviewer()
                .post(ROOT + "/schemes/" + scheme + "/versions/1/put-in-force")
                .then()
                .statusCode(409)
                .body("code", equalTo("BUDGET_LINE_UNKNOWN"));
    }

    @Test
    void onlyApproversDraft() {
        as("graduate", "talent")
                .contentType(ContentType.JSON)
                .body(schemeBody(unique("scheme"), "line-x", null))
                .post(ROOT + "/schemes")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(schemeBody(unique("scheme"), "line-x", null))
                .post(ROOT + "/schemes")
                .then()
                .statusCode(401);
    }

    private static Response draft(String officer, String body) {
        return as(officer, "subsidy-approver")
                .contentType(ContentType.JSON)
                .body(body)
                .post(ROOT + "/schemes");
    }
}
