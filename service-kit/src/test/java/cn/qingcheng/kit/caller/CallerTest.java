package cn.qingcheng.kit.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class CallerTest {

    private static ValidatableResponse whoami(String token) {
        return given().header("Authorization", "Bearer " + token)
                .when()
                .get("/sample/v1/notes/whoami")
                .then()
                .statusCode(200);
    }

    @Test
    void aPersonHasAnAccountAndRoles() {
        whoami(Tokens.of("zhao", Roles.AUDITOR, Roles.TALENT))
                .body("account", equalTo("zhao"))
                .body("roles", equalTo(List.of("auditor", "talent")))
                .body("isAuditor", equalTo(true))
                .body("university", equalTo("none"))
                .body("employer", equalTo("none"));
    }

    @Test
    void aClientSpeaksForTheUniversityOrEmployerOfItsToken() {
        whoami(Tokens.university("90001"))
                .body("university", equalTo("90001"))
                .body("isAuditor", equalTo(false))
                .body("employer", equalTo("none"));
        whoami(Tokens.employer("91150102MA0TE5T084")).body("employer", equalTo("91150102MA0TE5T084"));
    }

    @Test
    void aStrangerIsNobody() {
        given().when().get("/sample/v1/notes/whoami").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }
}
