package cn.qingcheng.talent.timeline;

import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asTalent;
import static cn.qingcheng.talent.TalentApi.claim;
import static cn.qingcheng.talent.TalentApi.talentId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.TestClock;
import cn.qingcheng.talent.Graduate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class TimelineResourceTest {

    private static final String TIMELINE = "/talent/v1/me/timeline";

    @Test
    void theJourneyThroughAllServicesIsToldInOrder() {
        Graduate graduate = Graduate.next();
        String talentId = talentId("90001", graduate);
        claim("traveller", graduate).then().statusCode(200);
        UUID twice = UUID.randomUUID();

        try (EventProducer subsidy = EventProducer.of("subsidy-service");
                EventProducer housing = EventProducer.of("housing-service")) {
            var later = TestClock.START.plus(Duration.ofDays(2));
            Map<String, Object> refused = Map.of(
                    "talentId", talentId, "unitNumber", "1-101", "reasonCode", "EXCLUDED", "heldKind", "RENT_SUBSIDY");
            housing.send(twice, later, "housing.offer.v1", "housing.offer.withdrawn", "offer-1", refused);
            housing.send(twice, later, "housing.offer.v1", "housing.offer.withdrawn", "offer-1", refused);
            subsidy.send(
                    UUID.randomUUID(),
                    TestClock.START.plus(Duration.ofDays(1)),
                    "subsidy.application.v1",
                    "subsidy.application.submitted",
                    "application-1",
                    Map.of("talentId", talentId, "number", "QS-2026-000001"));
            subsidy.send(
                    "subsidy.application.v1",
                    "subsidy.application.submitted",
                    "application-2",
                    Map.of("talentId", UUID.randomUUID().toString(), "number", "QS-2026-000002"));
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(types("traveller"))
                        .containsExactly(
                                "talent.registered",
                                "talent.claimed",
                                "subsidy.application.submitted",
                                "housing.offer.withdrawn"));
        asTalent("traveller")
                .header("Accept-Language", "en")
                .get(TIMELINE)
                .then()
                .body("items[2].service", equalTo("subsidy"))
                .body("items[2].title", equalTo("Subsidy application submitted"))
                .body("items[2].detail", equalTo("Application QS-2026-000001"))
                .body("items[3].occurredAt", equalTo("2026-09-03T01:00:00Z"));
        asTalent("traveller").get(TIMELINE).then().body("items[3].title", equalTo("配租通知被收回"));
        assertThat(pagesOfOne("traveller")).isEqualTo(types("traveller"));
    }

    private static List<String> types(String account) {
        return asTalent(account).get(TIMELINE).then().statusCode(200).extract().path("items.type");
    }

    private static List<String> pagesOfOne(String account) {
        List<String> types = new java.util.ArrayList<>();
        String token = "";
        while (token != null) {
            var page = asTalent(account)
                    .queryParam("pageSize", 1)
                    .queryParam("pageToken", token)
                    .get(TIMELINE)
                    .then()
                    .statusCode(200)
                    .extract();
            types.addAll(page.<List<String>>path("items.type"));
            token = page.path("nextPageToken");
        }
        return types;
    }

    @Test
    void withoutARecordThereIsNoJourney() {
        asTalent("nobody-yet").get(TIMELINE).then().statusCode(404).body("code", equalTo("NOT_CLAIMED"));
        asOfficer().get(TIMELINE).then().statusCode(403);
        given().get(TIMELINE).then().statusCode(401);
    }
}
