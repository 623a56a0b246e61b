package cn.qingcheng.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ProblemResourceTest {

    private static final String NOTES = "/sample/v1/notes";

    private static final String BURN = NOTES + "/01990c4e-7c1a-7000-8000-000000000000/burn";

    private static RequestSpecification talent() {
        return given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"));
    }

    private static ValidatableResponse post(String body) {
        return talent().contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(NOTES)
                .then();
    }

    private static List<String> errorsOf(ValidatableResponse response) {
        List<Map<String, String>> errors = response.extract().path("errors");
        return errors.stream()
                .map(error -> error.get("pointer") + " " + error.get("code"))
                .toList();
    }

    @Test
    void everythingWrongWithABodyIsToldAtOnceAndNoValueIsQuoted() {
        ValidatableResponse response = post("""
                {"title": 150105199903071231, "kind": "SECRET_KIND", "writtenOn": "07.03.1999", "colour": "red",
                 "authors": [{"name": "  ", "bornInYear": 1800}, {"bornInYear": "MCMXC"}, 7, {"name": "a", "wife": 1}]}
                """);

        response.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_INPUT"))
                .body("type", equalTo("urn:qingcheng:problem:INVALID_INPUT"))
                .body("instance", equalTo(NOTES))
                .body("correlationId", notNullValue());
        assertThat(errorsOf(response))
                .containsExactlyInAnyOrder(
                        "/title WRONG_TYPE",
                        "/pages REQUIRED",
                        "/kind UNKNOWN_VALUE",
                        "/writtenOn WRONG_FORMAT_LIKE",
                        "/colour UNKNOWN_FIELD",
                        "/authors/0/name REQUIRED",
                        "/authors/0/bornInYear TOO_SMALL",
                        "/authors/1/name REQUIRED",
                        "/authors/1/bornInYear WRONG_TYPE",
                        "/authors/2 WRONG_TYPE",
                        "/authors/3/wife UNKNOWN_FIELD");
        assertThat(response.extract().asString())
                .doesNotContain("1501", "SECRET_KIND", "07.03", "MCMXC", "red\"", "1800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"title\": ", "[1,", "nonsense", "{\"title\":\"a\"} {}", "{\"title\":\"a\",\"title\":\"b\"}"})
    void malformedJsonIsToldWithItsPlace(String body) {
        post(body).statusCode(400).body("code", equalTo("MALFORMED_BODY")).body("errors", hasSize(1));
    }

    @Test
    void deepNestingIsRefused() {
        post("[".repeat(33) + "]".repeat(33)).statusCode(400).body("errors[0].code", equalTo("TOO_DEEP_OR_LONG"));
    }

    @Test
    void aMissingBodyIsRefusedUnlessTheMethodAllowsIt() {
        talent().contentType(ContentType.JSON)
                .when()
                .post(NOTES)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("REQUIRED"));
        for (RequestSpecification bodiless : List.of(talent(), talent().noContentType())) {
            bodiless.when().post(BURN).then().statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        }
    }

    @Test
    void aStepOutOfOrderSaysWhatIsAllowed() {
        talent().when()
                .post(BURN)
                .then()
                .statusCode(409)
                .body("from", equalTo("DIARY"))
                .body("to", equalTo("LETTER"))
                .body("allowed", equalTo(List.of("DIARY")))
                .body("detail", equalTo("不能从 DIARY 变为 LETTER。"));
    }

    @Test
    void theCallerIsWhoTheTokenSays() {
        talent().contentType(ContentType.JSON)
                .body("{\"reason\": \"cold\"}")
                .when()
                .post(BURN)
                .then()
                .statusCode(200)
                .body("", equalTo(List.of("wang", "cold")));
    }

    @Test
    void tooLargeABodyIsRefused() {
        post("{\"title\": \"" + "x".repeat(256 * 1024) + "\"}").statusCode(413).body("code", equalTo("BODY_TOO_LARGE"));
    }

    @Test
    void anotherMediaTypeMethodAddressOrRepresentationIsRefused() {
        talent().contentType("text/plain")
                .body("a")
                .when()
                .post(NOTES)
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
        talent().when().delete(NOTES).then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
        talent().when().get("/sample/v1/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        talent().accept("image/png").when().get(NOTES).then().statusCode(406).body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    void anUnknownOrUnreadableIdIsNotFound() {
        for (String id : List.of("01990c4e-7c1a-7000-8000-000000000000", "not-a-uuid")) {
            given().when().get(NOTES + "/" + id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void queryParametersAreToldAllAtOnce() {
        ValidatableResponse response =
                given().when().get(NOTES + "?kind=NOVEL&pageSize=many&size=3").then();

        response.statusCode(400).body("code", equalTo("INVALID_INPUT"));
        assertThat(errorsOf(response))
                .containsExactly("?kind UNKNOWN_VALUE", "?pageSize WRONG_TYPE", "?size UNKNOWN_PARAMETER");
        given().when().get(NOTES + "?size=3").then().statusCode(400).body("code", equalTo("UNKNOWN_PARAMETER"));
        assertThat(errorsOf(given().when().get(NOTES + "?depth=11").then().statusCode(400)))
                .containsExactly("?depth TOO_LARGE");
        assertThat(errorsOf(given().when().get(NOTES + "?pageSize=201").then().statusCode(400)))
                .containsExactly("?pageSize OUT_OF_RANGE");
        assertThat(errorsOf(
                        given().when().get(NOTES + "?pageToken=bm9wZQ").then().statusCode(400)))
                .containsExactly("?pageToken BAD_PAGE_TOKEN");
    }

    @Test
    void strangersAndWrongRolesAreToldSo() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .when()
                .post(NOTES)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"));
        for (String token : List.of("nonsense", Tokens.expired("wang", "talent"))) {
            given().header("Authorization", "Bearer " + token)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .when()
                    .post(NOTES)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
        given().header("Authorization", "Bearer " + Tokens.of("li", "auditor"))
                .contentType(ContentType.JSON)
                .body("{}")
                .when()
                .post(NOTES)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        talent().when().get(NOTES + "/unannotated").then().statusCode(403);
    }

    @Test
    void aFaultOfOursTellsNothingFromInside() {
        given().header("X-Correlation-Id", "call-7")
                .when()
                .get(NOTES + "/broken")
                .then()
                .statusCode(500)
                .header("X-Correlation-Id", equalTo("call-7"))
                .body("code", equalTo("INTERNAL_ERROR"))
                .body("correlationId", equalTo("call-7"))
                .body(not(containsString("secret")));
    }

    @Test
    void aBrokenConstraintIsTheProblemItStandsForOrAFaultOfOurs() {
        String body = "{\"title\": \"twice\", \"pages\": 1, \"kind\": \"DIARY\"}";
        post(body).statusCode(201);
        post(body).statusCode(409).body("code", equalTo("TITLE_TAKEN")).body("detail", equalTo("请换一个标题。"));
        post("{\"title\": \"" + "x".repeat(41) + "\", \"pages\": 1, \"kind\": \"DIARY\"}")
                .statusCode(500)
                .body("code", equalTo("INTERNAL_ERROR"));
    }

    @Test
    void problemsAreWordedInTheCallersLanguage() {
        String body = "{\"title\": \"thick\", \"pages\": 501, \"kind\": \"DIARY\"}";
        post(body).statusCode(422).body("title", equalTo("太厚")).body("detail", equalTo("不得超过 500 页。"));
        talent().header("Accept-Language", "en-GB,zh;q=0.5")
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(NOTES)
                .then()
                .statusCode(422)
                .body("title", equalTo("Too thick"))
                .body("detail", equalTo("At most 500 pages."));
    }
}
