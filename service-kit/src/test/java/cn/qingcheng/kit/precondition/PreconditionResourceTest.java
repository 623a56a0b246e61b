package cn.qingcheng.kit.precondition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class PreconditionResourceTest {

    private String place;
    private String etag;

    @BeforeEach
    void aNote() {
        Response created = given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"))
                .contentType(ContentType.JSON)
                .body("{\"title\": \"" + UUID.randomUUID() + "\", \"pages\": 1, \"kind\": \"DIARY\"}")
                .when()
                .post("/sample/v1/notes");
        place = "/sample/v1/notes/" + created.path("id");
        etag = created.header("ETag");
    }

    private ValidatableResponse edit(String ifMatch, String patch) {
        var request = given().header("Authorization", "Bearer " + Tokens.of("wang", "talent"))
                .contentType(MergePatch.MEDIA_TYPE)
                .body(patch);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.when().patch(place).then();
    }

    @Test
    void anEditOfTheVersionSeenGivesTheNextVersion() {
        String next = edit(etag, "{\"pages\": 7}")
                .statusCode(200)
                .body("pages", equalTo(7))
                .extract()
                .header("ETag");

        assertThat(next).isNotEqualTo(etag);
        given().when()
                .get(place)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(next))
                .body("pages", equalTo(7));
    }

    @Test
    void anEditWithoutOrOfAnotherVersionIsRefused() {
        edit(null, "{\"pages\": 7}").statusCode(428).body("code", equalTo("PRECONDITION_REQUIRED"));
        edit("\"99\"", "{\"pages\": 7}").statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
        edit("W/" + etag, "{\"pages\": 7}").statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
    }

    @Test
    void theResultOfAPatchIsValidatedWithAllItsErrors() {
        List<Map<String, String>> errors = edit(etag, "{\"pages\": -1, \"title\": null, \"colour\": \"red\"}")
                .statusCode(400)
                .extract()
                .path("errors");

        assertThat(errors.stream().map(error -> error.get("pointer") + " " + error.get("code")))
                .containsExactlyInAnyOrder("/pages TOO_SMALL", "/title REQUIRED", "/colour UNKNOWN_FIELD");
        edit(etag, "[1]").statusCode(400).body("errors[0].code", equalTo("WRONG_TYPE"));
    }
}
