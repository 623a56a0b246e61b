package cn.qingcheng.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ProblemDocumentationTest {

    private static JsonPath document() {
        return given().queryParam("format", "json")
                .when()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> operation(String path, String method) {
        return document().getMap("paths.'" + path + "'." + method);
    }

    @Test
    void anOperationSaysItsRolesItsKeyAndItsProblems() {
        JsonPath post = document().setRootPath("paths.'/sample/v1/notes/paid'.post");

        assertThat(post.getList("x-roles")).isEqualTo(List.of("talent"));
        assertThat(post.getString("description")).isEqualTo("Roles: talent.");
        assertThat(post.getMap("responses"))
                .containsKeys("200", "400", "401", "403", "409", "413", "415", "422", "428", "500", "503");
        assertThat(post.getList("parameters.name")).isEqualTo(List.of("Idempotency-Key"));
        assertThat(post.getBoolean("parameters[0].required")).isTrue();
        assertThat(post.getList("security")).isNotEmpty();
    }

    @Test
    void anOpenOperationSaysSo() {
        Map<String, Object> get = operation("/sample/v1/notes", "get");

        assertThat(get).containsEntry("description", "Open to everyone.").doesNotContainKey("security");
    }

    @Test
    void aProblemIsDescribedOnceForAll() {
        JsonPath components = document().setRootPath("components");

        assertThat(components.getMap("schemas.Problem.properties"))
                .containsKeys("type", "title", "status", "detail", "instance", "code", "correlationId", "errors");
        assertThat(components.getMap("schemas.InputError.properties")).containsOnlyKeys("pointer", "code", "detail");
        assertThat(components.getString("responses.Problem412.content.'application/problem+json'.schema.$ref"))
                .isEqualTo("#/components/schemas/Problem");
    }
}
