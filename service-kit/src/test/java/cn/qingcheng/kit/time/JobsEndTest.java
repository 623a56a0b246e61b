package cn.qingcheng.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class JobsEndTest {
    @Inject
    JobsEnd end;

    @Inject
    Scheduler scheduler;

    @Test
    void noJobStartsOnceTheServiceStops() {
        assertThat(scheduler.isRunning()).isTrue();
        try {
            end.stop(null);

            assertThat(scheduler.isRunning()).isFalse();
        } finally {
            scheduler.resume();
        }
    }
}
