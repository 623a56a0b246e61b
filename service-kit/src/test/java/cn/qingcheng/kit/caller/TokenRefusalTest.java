package cn.qingcheng.kit.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.ForgedTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A service proves each token itself, whoever passed it on. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class TokenRefusalTest {
    static Stream<Arguments> bad() {
        return ForgedTokens.of("talent", "http://127.0.0.1:1/keys").entrySet().stream()
                .map(forged -> Arguments.of(forged.getKey(), forged.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadTokenIsNobodys(String what, String token) {
        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body("{\"title\": \"mine\", \"pages\": 1, \"kind\": \"DIARY\"}")
                .post("/sample/v1/notes")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"))
                .body(not(containsString(token)));
    }

    @Test
    void theSameTokenRightlyMadeIsTaken() {
        given().header("Authorization", "Bearer " + ForgedTokens.good("talent"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/sample/v1/notes")
                .then()
                .statusCode(400);
    }

    @Test
    void whatAHeaderSaysOfTheCallerIsNotBelieved() {
        given().header("X-Forwarded-User", "auditor")
                .header("X-User-Roles", "talent")
                .header("X-Auth-Subject", "mallory")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/sample/v1/notes")
                .then()
                .statusCode(401);
    }
}
