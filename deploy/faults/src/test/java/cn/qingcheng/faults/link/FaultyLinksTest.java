package cn.qingcheng.faults.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaultyLinksTest {

    @Test
    void eachWayHasAProxyOfItsOwnAndKeepsIt() {
        try (FaultyLinks links = new FaultyLinks()) {
            int first = links.port("talent-service-1", "postgres", 15_432);

            assertThat(links.port("talent-service-2", "postgres", 15_432)).isNotEqualTo(first);
            assertThat(links.port("talent-service-1", "postgres", 15_432)).isEqualTo(first);
            assertThat(links.all()).hasToString("[talent-service-1 to postgres, talent-service-2 to postgres]");
            assertThat(links.to("kafka")).isEmpty();
        }
    }

    @Test
    void aWayNeverLeadsToTwoPlaces() {
        try (FaultyLinks links = new FaultyLinks()) {
            links.port("client", "gateway", 8080);

            assertThatThrownBy(() -> links.port("client", "gateway", 8081))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("client to gateway leads to port 8080 and not to 8081");
        }
    }
}
