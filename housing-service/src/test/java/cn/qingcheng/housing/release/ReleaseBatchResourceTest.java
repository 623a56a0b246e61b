package cn.qingcheng.housing.release;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ReleaseBatchResourceTest {

    @Test
    void unitsAreReleasedByNumberAndEachIsAnnounced() {
        String estate = Desk.estate();
        Desk.importRows(Desk.row(estate, 101) + Desk.row(estate, 102)).statusCode(201);

        officer()
                .body(Map.of(
                        "name", Desk.fresh("b"), "unitSelection", Map.of("unitNumbers", List.of(estate + "-1-102"))))
                .post(API + "/release-batches")
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("unitCount", equalTo(1));

        try (EventCatcher catcher = EventCatcher.of("housing.unit.v1")) {
            catcher.await(
                    "release of " + estate, event -> event.text("unitNumber").equals(estate + "-1-102"));
        }
        given().queryParam("estate", estate)
                .get(API + "/units")
                .then()
                .body("items.unitNumber", hasItems(estate + "-1-102"))
                .body("items", hasSize(1));
    }

    @Test
    void aBatchThatCannotBeFilledReleasesNothing() {
        String estate = Desk.estate();
        Desk.importRows(Desk.row(estate, 101)).statusCode(201);

        officer()
                .body(Map.of("name", Desk.fresh("b"), "unitSelection", Map.of("estate", estate, "count", 2)))
                .post(API + "/release-batches")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_ENOUGH_PREPARED_UNITS"))
                .body("prepared", equalTo(1));
        given().queryParam("estate", estate).get(API + "/units").then().body("items", hasSize(0));
    }

    @Test
    void everyWrongNumberIsNamed() {
        String released = Desk.unit(Desk.releasedUnits(1).get(0)).getString("unitNumber");

        officer()
                .body(Map.of(
                        "name", Desk.fresh("b"), "unitSelection", Map.of("unitNumbers", List.of("NO-1-1", released))))
                .post(API + "/release-batches")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/unitSelection/unitNumbers/0", "/unitSelection/unitNumbers/1"))
                .body("errors.code", hasItems("UNKNOWN_UNIT", "UNIT_NOT_PREPARED"));
    }

    @Test
    void aKeyIsNeededAndWithItARepeatedRequestHasOneEffect() {
        String estate = Desk.estate();
        Desk.importRows(Desk.row(estate, 101) + Desk.row(estate, 102)).statusCode(201);
        Map<String, Object> body =
                Map.of("name", Desk.fresh("b"), "unitSelection", Map.of("estate", estate, "count", 1));
        String key = UUID.randomUUID().toString();

        given().auth()
                .oauth2(Tokens.of("housing1", "housing-officer"))
                .contentType("application/json")
                .body(body)
                .post(API + "/release-batches")
                .then()
                .statusCode(428);
        String first = release(key, body).then().statusCode(201).extract().path("id");
        release(key, body).then().statusCode(201).body("id", equalTo(first));
        release(key, Map.of("name", "other", "unitSelection", Map.of("count", 1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        given().queryParam("estate", estate).get(API + "/units").then().body("items", hasSize(1));
    }

    private static io.restassured.response.Response release(String key, Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.of("housing1", "housing-officer"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(API + "/release-batches");
    }
}
