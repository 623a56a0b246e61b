package cn.qingcheng.housing.lease;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class LeaseResourceTest {

    private static final Map<String, Object> READINGS = Map.of("electricityReading", 1.25, "waterReading", 0);

    @Inject
    DataSource database;

    @Test
    void keysComeAfterTheSignatureAndOnce() {
        Tenancy tenancy = tenancy();

        handOver(tenancy, READINGS)
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", contains("SIGNED"));
        sign(tenancy.tenant, tenancy.lease).statusCode(200);
        sign(tenancy.tenant, tenancy.lease).statusCode(409);
        handOver(tenancy, READINGS).statusCode(200);
        handOver(tenancy, READINGS).statusCode(409);
    }

    @Test
    void readingsAreCheckedAllAtOnce() {
        Tenancy tenancy = tenancy();
        sign(tenancy.tenant, tenancy.lease).statusCode(200);

        handOver(tenancy, Map.of("electricityReading", -1, "gasReading", 1.234, "heat", 1))
                .statusCode(400)
                .body("errors.pointer", hasItems("/electricityReading", "/waterReading", "/gasReading", "/heat"));
    }

    @Test
    void anothersLeaseIsNotThereAndTenantsHandOutNoKeys() {
        Tenancy tenancy = tenancy();
        Person other = person();

        sign(other, tenancy.lease).statusCode(404);
        person(other).get(API + "/me/leases").then().statusCode(200).body("items.size()", equalTo(0));
        person(tenancy.tenant)
                .body(READINGS)
                .post(API + "/leases/" + tenancy.lease + "/hand-over")
                .then()
                .statusCode(403);
        given().get(API + "/leases").then().statusCode(401);
        officer()
                .body(READINGS)
                .post(API + "/leases/" + UUID.randomUUID() + "/hand-over")
                .then()
                .statusCode(404);
    }

    @Test
    void officersFindTheLeasesThatWaitForKeys() {
        Tenancy tenancy = tenancy();
        sign(tenancy.tenant, tenancy.lease).statusCode(200);

        officer()
                .queryParam("status", "SIGNED")
                .queryParam("pageSize", 200)
                .get(API + "/leases")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(tenancy.lease));
        officer().get(API + "/leases/" + tenancy.lease).then().statusCode(200).body("status", equalTo("SIGNED"));
    }

    @Test
    void theDatabaseItselfLetsNoTwoLeasesOfAUnitOverlap() throws Exception {
        Tenancy tenancy = tenancy();
        try (Connection connection = database.getConnection();
                var copy = connection.prepareStatement("""
                        insert into lease (id, number, offer_id, application_id, talent_id, unit_id, unit_code, status,
                            starts_on, ends_on, rent_fen, deposit_fen, terms_digest, offer_accepted_at, created_at,
                            updated_at, version)
                        select gen_random_uuid(), 'copy',
                            (select id from offer o where not exists (select 1 from lease x where x.offer_id = o.id) limit 1),
                            application_id, gen_random_uuid(), unit_id, unit_code, status, ends_on - 1, ends_on + 30,
                            rent_fen, deposit_fen, terms_digest, offer_accepted_at, created_at, updated_at, 0
                          from lease l where id = ?::uuid
                        """)) {
            offered();
            copy.setString(1, tenancy.lease);
            assertThatThrownBy(copy::executeUpdate).hasMessageContaining("lease_unit_not_twice");
        }
    }

    private record Tenancy(Person tenant, String lease) {}

    private record Offered(Person person, String offer) {}

    private static Offered offered() {
        List<String> units = Desk.releasedUnits(1);
        Person person = person();
        String roundId = Desk.openRound(units);
        Desk.submitted(person, roundId, units);
        Desk.drawAndPublish(roundId, "1,2,3");
        return new Offered(person, (String) Desk.offers(person).get(0).get("id"));
    }

    /** A person whose offer the register has cleared. */
    private static Tenancy tenancy() {
        Offered offered = offered();
        Person tenant = offered.person;
        person(tenant)
                .post(API + "/me/offers/" + offered.offer + "/accept")
                .then()
                .statusCode(200);
        Desk.answer("benefit.cleared", offered.offer, tenant, Map.of());
        await().until(() -> !leases(tenant).isEmpty());
        return new Tenancy(tenant, leases(tenant).get(0));
    }

    private static List<String> leases(Person person) {
        return person(person)
                .get(API + "/me/leases")
                .then()
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static ValidatableResponse sign(Person person, String lease) {
        return person(person).post(API + "/me/leases/" + lease + "/sign").then();
    }

    private static ValidatableResponse handOver(Tenancy tenancy, Map<String, Object> readings) {
        return officer()
                .body(readings)
                .post(API + "/leases/" + tenancy.lease + "/hand-over")
                .then();
    }
}
