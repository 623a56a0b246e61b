package cn.qingcheng.housing.intake;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class UnitImportResourceTest {

    @Test
    void eachRowHasItsOwnOutcomeWithAllItsErrors() {
        String estate = Desk.estate();
        String rows = Desk.row(estate, 101)
                + Desk.row(estate, 102).replace("\"rooms\":2", "\"rooms\":0").replace("1200.00", "-5")
                + Desk.row(estate, 101)
                + Desk.row("NOWHERE", 103)
                + "{not json}\n"
                + Desk.row(estate, 104).replace("\"floor\":3,", "\"floor\":3,\"balcony\":true,");

        String id = Desk.importRows(rows)
                .statusCode(201)
                .body("status", equalTo("FINISHED"))
                .body("total", equalTo(6))
                .body("counts.CREATED", equalTo(1))
                .body("counts.REJECTED", equalTo(5))
                .extract()
                .path("id");

        officer()
                .queryParam("outcome", "REJECTED")
                .get(API + "/units/imports/" + id + "/results")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items.row", hasItems(2, 3, 4, 5, 6))
                .body("items[0].errors.pointer", hasItems("/rooms", "/baseRent"))
                .body("items[1].errors.code", hasItems("DUPLICATE_UNIT"))
                .body("items[2].errors.code", hasItems("UNKNOWN_ESTATE"))
                .body("items[2].errors[0].detail", equalTo("There is no such estate."))
                .body("items[4].errors.pointer", hasItems("/balcony"));
    }

    @Test
    void theSameFileAgainChangesNothingAndACorrectionIsTaken() {
        String estate = Desk.estate();
        String rows = Desk.row(estate, 101) + Desk.row(estate, 102);
        Desk.importRows(rows).body("counts.CREATED", equalTo(2));

        Desk.importRows(rows).statusCode(201).body("counts.UNCHANGED", equalTo(2));
        Desk.importRows(rows.replace("1200.00", "1300.00")).statusCode(201).body("counts.UPDATED", equalTo(2));
    }

    @Test
    void aReleasedUnitIsNoLongerDescribedAnew() {
        String id = Desk.releasedUnits(1).get(0);
        String estate = Desk.unit(id).getString("estate");

        String importId = Desk.importRows(Desk.row(estate, 101).replace("1200.00", "9999.00"))
                .statusCode(201)
                .body("counts.REJECTED", equalTo(1))
                .extract()
                .path("id");
        officer()
                .get(API + "/units/imports/" + importId + "/results")
                .then()
                .body("items[0].errors[0].code", equalTo("UNIT_ALREADY_RELEASED"));
    }

    @Test
    void anUnknownImportIsNotFoundAndTalentsDoNotImport() {
        officer().get(API + "/units/imports/" + UUID.randomUUID()).then().statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("graduate1", "talent"))
                .contentType("application/x-ndjson")
                .body(new byte[0])
                .post(API + "/units/imports")
                .then()
                .statusCode(403);
        officer().body("{}").post(API + "/units/imports").then().statusCode(415);
    }
}
