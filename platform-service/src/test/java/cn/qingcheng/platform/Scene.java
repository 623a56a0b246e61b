package cn.qingcheng.platform;

import static io.restassured.RestAssured.given;

import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.kit.testing.api.ApiScene;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;

/** One of everything this service keeps. */
final class Scene {

    private static final String API = "/platform/v1";

    private Scene() {}

    static ApiScene prepare(DataSource database) {
        String platform = platform();
        String run = take("/platforms", platform).path("id");
        String platformId =
                given().queryParam("q", "场景平台").get(API + "/platforms").path("items[0].id");
        take("/institutions", institution());
        String project = project();
        take("/cooperation-projects", project);
        String projectId = officer()
                .queryParam("institution", "97001")
                .get(API + "/cooperation-projects")
                .path("items[0].id");
        String code = "scene-" + UUID.randomUUID().toString().substring(0, 8);
        officer()
                .contentType("application/json")
                .body(target(code))
                .post(API + "/targets")
                .then()
                .statusCode(201);
        return ApiScene.of(database)
                .at(API + "/imports/{id}", run)
                .at(API + "/platforms/{id}", platformId)
                .at(API + "/cooperation-projects/{id}", projectId)
                .at(API + "/targets/{code}", code)
                .body("POST " + API + "/platforms/imports", Scene::platform)
                .body("POST " + API + "/cooperation-projects/imports", Scene::project)
                .body("POST " + API + "/institutions/imports", Scene::institution)
                .body(
                        "POST " + API + "/targets",
                        () -> target("t-" + UUID.randomUUID().toString().substring(0, 8)))
                .keepsRefusalsIn("POST " + API + "/platforms/imports", "import_run", "imported_row", "audit_record")
                .keepsRefusalsIn("POST " + API + "/institutions/imports", "import_run", "imported_row", "audit_record")
                .keepsRefusalsIn(
                        "POST " + API + "/cooperation-projects/imports", "import_run", "imported_row", "audit_record");
    }

    private static RequestSpecification officer() {
        return given().auth().oauth2(Tokens.of("platform-officer", "platform-officer"));
    }

    private static Response take(String collection, String row) {
        Response answer = officer()
                .contentType("application/x-ndjson")
                .body(row.getBytes(StandardCharsets.UTF_8))
                .post(API + collection + "/imports");
        answer.then().statusCode(201);
        return answer;
    }

    private static String code() {
        return "SC-" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static String platform() {
        return """
                {"code": "%s", "name": {"zh": "场景平台", "en": "Scene platform"}, "kind": "HR_PARK", "level": "CITY", \
                "layout": "POINT", "zone": "样例片区", "function": "APPLICATION", "operator": "91150102MA0TE5T084", \
                "industries": ["新材料"], "regionCode": "150102", "longitude": 111.65, "latitude": 40.8}""".formatted(code());
    }

    private static String institution() {
        return """
                {"code": "97001", "name": {"zh": "样例大学%s", "en": "Sample"}, "kind": "UNIVERSITY"}""".formatted(UUID.randomUUID());
    }

    private static String project() {
        return """
                {"code": "%s", "name": {"zh": "合作项目", "en": "Project"}, "institutionCode": "97001", \
                "enterprise": "91150102MA0TE5T084", "field": "新材料", \
                "contractValue": {"amount": "1500.00", "currency": "CNY"}, "startedOn": "2024-01-01", \
                "endsOn": "2026-01-01"}""".formatted(code());
    }

    private static String target(String code) {
        return """
                {"code": "%s", "name": {"zh": "目标", "en": "Target"}, "indicator": "GRADUATES_RETAINED", \
                "unit": "PERSON", "source": "EVENTS", "period": "2042", "targetValue": 1}""".formatted(code);
    }
}
