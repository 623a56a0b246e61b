package cn.qingcheng.housing.stock;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.as;
import static cn.qingcheng.housing.Desk.officer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class StockResourceTest {

    @Test
    void anEstateIsEnteredOnceAndEverybodyCanReadIt() {
        String code = Desk.estate();

        given().get(API + "/estates/" + code).then().statusCode(200).body("regionCode", equalTo("150105"));
        officer()
                .body(Map.of("code", code, "name", "x", "regionCode", "150105", "address", "y"))
                .post(API + "/estates")
                .then()
                .statusCode(409)
                .body("code", equalTo("ESTATE_CODE_TAKEN"));
    }

    @Test
    void badEstatesAreToldAllTheirErrorsAtOnce() {
        officer()
                .body(Map.of("code", "lower", "name", "", "regionCode", "999999", "surprise", 1))
                .post(API + "/estates")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/code", "/name", "/regionCode", "/address", "/surprise"));
    }

    @Test
    void onlyHousingOfficersKeepTheStock() {
        Map<String, String> estate = Map.of("code", "NOPE", "name", "x", "regionCode", "150105", "address", "y");

        given().contentType("application/json")
                .body(estate)
                .post(API + "/estates")
                .then()
                .statusCode(401);
        as("graduate1", "talent").body(estate).post(API + "/estates").then().statusCode(403);
    }

    @Test
    void theSearchShowsReleasedFlatsByDefaultAndPagesThroughThem() {
        List<String> units = Desk.releasedUnits(3);
        String estate = Desk.unit(units.get(0)).getString("estate");

        String next = given().queryParam("estate", estate)
                .queryParam("pageSize", 2)
                .get(API + "/units")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.status", everyItem(equalTo("RELEASED")))
                .body("nextPageToken", notNullValue())
                .extract()
                .path("nextPageToken");
        given().queryParam("estate", estate)
                .queryParam("pageSize", 2)
                .queryParam("pageToken", next)
                .get(API + "/units")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("nextPageToken", nullValue());
    }

    @Test
    void theSearchFiltersByRentRoomsAreaAndPersons() {
        List<String> units = Desk.releasedUnits(1);
        String estate = Desk.unit(units.get(0)).getString("estate");

        given().queryParam("estate", estate)
                .queryParam("region", "150105")
                .queryParam("maxRent", "1200.00")
                .queryParam("rooms", 2)
                .queryParam("minArea", 50)
                .queryParam("persons", 3)
                .get(API + "/units")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.rooms", everyItem(lessThanOrEqualTo(2)));
        given().queryParam("estate", estate)
                .queryParam("maxRent", "1199.99")
                .get(API + "/units")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aSearchThatNothingChangedForIsNotModified() {
        String estate = Desk.unit(Desk.releasedUnits(1).get(0)).getString("estate");
        String tag = given().queryParam("estate", estate).get(API + "/units").header("ETag");

        given().queryParam("estate", estate)
                .header("If-None-Match", tag)
                .get(API + "/units")
                .then()
                .statusCode(304);
    }

    @Test
    void wrongQueriesAreRefused() {
        given().queryParam("colour", "blue").get(API + "/units").then().statusCode(400);
        given().queryParam("status", "SOLD").get(API + "/units").then().statusCode(400);
        given().queryParam("maxRent", "-1").get(API + "/units").then().statusCode(400);
        given().queryParam("pageToken", "???").get(API + "/units").then().statusCode(400);
        String ofUnits = PageToken.of("SH01-1-101").value();
        given().queryParam("pageToken", ofUnits).get(API + "/rounds").then().statusCode(400);
        given().get(API + "/units/" + UUID.randomUUID()).then().statusCode(404);
        given().get(API + "/units/no-id").then().statusCode(404);
    }

    @Test
    void aUnitThatIsNotReadyIsPreparedAndThenAStepOutOfOrderIsRefused() {
        String estate = Desk.estate();
        Desk.importRows(Desk.row(estate, 101).replace("\"floor\"", "\"raisedOnly\":true,\"floor\""))
                .statusCode(201);
        String id = given().queryParam("estate", estate)
                .queryParam("status", "RAISED")
                .get(API + "/units")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");

        officer().post(API + "/units/" + id + "/prepare").then().statusCode(200).body("status", equalTo("PREPARED"));
        officer()
                .post(API + "/units/" + id + "/prepare")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", hasItems("RELEASED", "WITHDRAWN"));
        officer()
                .body(Map.of("reason", "needed for a clinic"))
                .post(API + "/units/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }
}
