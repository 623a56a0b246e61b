package cn.qingcheng.platform;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventContract;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.OpenApiContract;
import cn.qingcheng.kit.testing.ProblemWording;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others rely on: the API, the events, and the words of the problems. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ContractTest {

    @Test
    void theApiIsTheCommittedOne() {
        OpenApiContract.assertCommitted();
    }

    @Test
    void everyProblemHasItsWords() {
        ProblemWording.assertComplete();
    }

    @Test
    void theCopiesOfConsumedSchemasAreCurrent() {
        EventContract.assertConsumedCopiesCurrent();
    }

    @Test
    void everyEventFitsItsSchema() {
        officer()
                .contentType("application/x-ndjson")
                .body("""
                        {"code": "C001", "name": {"zh": "平台", "en": "Platform"}, "kind": "HR_PARK", "level": "CITY", \
                        "layout": "POINT", "zone": "样例片区", "function": "APPLICATION", \
                        "operator": "91150102MA0TE5T084", "industries": [], "regionCode": "150102"}
                        """.getBytes(StandardCharsets.UTF_8))
                .post("/platform/v1/platforms/imports")
                .then()
                .statusCode(201);
        officer()
                .contentType("application/json")
                .body("""
                        {"code": "contract", "name": {"zh": "目标", "en": "Target"}, "indicator": "GRADUATES_RETAINED", \
                        "unit": "PERSON", "source": "EVENTS", "period": "2041", "targetValue": 1}
                        """)
                .post("/platform/v1/targets")
                .then()
                .statusCode(201);
        try (EventProducer talent = EventProducer.of("talent-service")) {
            talent.send(
                    "talent.retention.v1",
                    "talent.retention.confirmed",
                    "contract-talent",
                    Map.of("talentId", "contract-talent", "month", "2041-01"));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> officer()
                        .get("/platform/v1/targets/contract")
                        .path("actual")
                        .equals(1));

        EventContract.assertOutboxMatches("platform.registered", "platform.target.moved");
    }

    private static RequestSpecification officer() {
        return given().auth().oauth2(Tokens.of("platform-officer", "platform-officer"));
    }
}
