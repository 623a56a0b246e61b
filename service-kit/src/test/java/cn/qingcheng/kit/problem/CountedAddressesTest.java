package cn.qingcheng.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class CountedAddressesTest {

    private static final String PERSON = "150105199903071231";

    @Inject
    MeterRegistry meters;

    /** Each would be a time series for ever, and after some hundred of them no other is counted. */
    @Test
    void noCallerWritesAnAddressIntoTheMetrics() {
        given().when().delete("/sample/v1/notes/" + PERSON).then().statusCode(405);
        given().when().get("/nowhere/" + PERSON).then().statusCode(404);

        await().untilAsserted(() -> assertThat(
                        meters.find("http.server.requests").tag("status", "405").timers())
                .isNotEmpty());
        assertThat(meters.getMeters())
                .noneMatch(meter -> meter.getId().getTags().toString().contains(PERSON));
    }
}
