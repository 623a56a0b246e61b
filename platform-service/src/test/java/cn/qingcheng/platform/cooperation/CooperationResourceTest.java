package cn.qingcheng.platform.cooperation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class CooperationResourceTest {

    private static final String INSTITUTIONS = "/platform/v1/institutions";
    private static final String PROJECTS = "/platform/v1/cooperation-projects";

    @BeforeEach
    void twoInstitutionsAndThreeProjects() {
        importRows(
                        INSTITUTIONS,
                        "{\"code\":\"90001\",\"name\":{\"zh\":\"样例大学01\",\"en\":\"Sample University 01\"},\"kind\":\"UNIVERSITY\"}",
                        "{\"code\":\"90002\",\"name\":{\"zh\":\"样例院所02\",\"en\":\"Sample Institute 02\"},\"kind\":\"RESEARCH_INSTITUTE\"}")
                .then()
                .statusCode(201);
        importRows(
                        PROJECTS,
                        project("CP0001", "90001", "1500.00", "2024-01-01", "2026-01-01"),
                        project("CP0002", "90001", "0.01", "2024-01-01", "2026-01-01"),
                        project("CP0003", "90002", "3", "2024-01-01", "2026-01-01"))
                .then()
                .statusCode(201);
    }

    @Test
    void institutionsAreListedWithTheirNumberOfProjects() {
        given().get(INSTITUTIONS + "?pageSize=2")
                .then()
                .statusCode(200)
                .body("items.code", contains("90001", "90002"))
                .body("items.projects", contains(2, 1));
    }

    @Test
    void projectsAreListedByInstitutionAndEnterprise() {
        officer()
                .get(PROJECTS + "?institution=90001")
                .then()
                .body("items.code", contains("CP0001", "CP0002"))
                .body("items[0].contractValue.amount", equalTo("1500.00"));
        officer().get(PROJECTS + "?enterprise=1215000046000001XQ").then().body("items", hasSize(0));
        Response first = officer().get(PROJECTS + "?pageSize=2");
        String id = first.path("items[0].id");
        officer().get(PROJECTS + "/" + id).then().statusCode(200).body("code", equalTo("CP0001"));
        officer()
                .get(PROJECTS + "?pageSize=2&pageToken=" + first.path("nextPageToken"))
                .then()
                .body("items[0].code", equalTo("CP0003"));
    }

    @Test
    void sayingItAgainChangesNothingAndSayingItAnewChangesIt() {
        importRows(PROJECTS, project("CP0001", "90001", "1500.00", "2024-01-01", "2026-01-01"))
                .then()
                .body("counts.UNCHANGED", equalTo(1));
        importRows(PROJECTS, project("CP0003", "90002", "4", "2024-01-01", "2026-01-01"))
                .then()
                .body("counts.UPDATED", equalTo(1));
        importRows(
                        INSTITUTIONS,
                        "{\"code\":\"90001\",\"name\":{\"zh\":\"样例大学01\",\"en\":\"Sample University 01\"},\"kind\":\"UNIVERSITY\"}")
                .then()
                .body("counts.UNCHANGED", equalTo(1));
        importRows(PROJECTS, project("CP0003", "90002", "3", "2024-01-01", "2026-01-01"));
    }

    @Test
    void badRowsTellAllTheirErrors() {
        Response done = importRows(
                PROJECTS,
                project("CP0101", "99999", "5", "2026-01-01", "2026-01-01"),
                project("CP0102", "90001", "-5", "2026-13-01", "2027-01-01"),
                "{}");

        officer()
                .get(done.path("results").toString())
                .then()
                .body("items.outcome", everyItem(equalTo("REJECTED")))
                .body("items[0].errors.code", containsInAnyOrder("UNKNOWN_INSTITUTION", "ENDS_BEFORE_START"))
                .body("items[1].errors.code", containsInAnyOrder("MONEY_NEGATIVE", "WRONG_FORMAT_LIKE"))
                .body("items[1].errors.pointer", containsInAnyOrder("/contractValue", "/startedOn"))
                .body("items[2].errors", hasSize(8));
    }

    @Test
    void contractsAreNotForEverybody() {
        given().get(PROJECTS).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("graduate1", "talent"))
                .get(PROJECTS)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("auditor", "auditor"))
                .get(PROJECTS)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.of("auditor", "auditor"))
                .contentType("application/x-ndjson")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post(PROJECTS + "/imports")
                .then()
                .statusCode(403);
        officer()
                .get(PROJECTS + "?institution=x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?institution"));
        officer().get(PROJECTS + "/01990c4e-7c1a-7000-8000-000000000000").then().statusCode(404);
    }

    private static Response importRows(String path, String... rows) {
        return officer()
                .contentType("application/x-ndjson")
                .body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8))
                .post(path + "/imports");
    }

    private static RequestSpecification officer() {
        return given().auth().oauth2(Tokens.of("platform-officer", "platform-officer"));
    }

    private static String project(String code, String institution, String yuan, String from, String to) {
        return """
                {"code": "%s", "name": {"zh": "合作项目", "en": "Project"}, "institutionCode": "%s", \
                "enterprise": "91150102MA0TE5T084", "field": "新材料", \
                "contractValue": {"amount": "%s", "currency": "CNY"}, "startedOn": "%s", "endsOn": "%s"}""".formatted(code, institution, yuan, from, to);
    }
}
