package cn.qingcheng.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A service that stops closes what effects need: their failures then say nothing about the event. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class StoppingTest {
    @Inject
    InboxTable table;

    @Test
    void eventThatFailsWhileTheServiceStopsIsNotGivenUp() {
        RetryPause pause = new RetryPause();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Inbox inbox = new Inbox(table, new DeadLetters(Map.of(), (short) 1, pause, meters), pause);
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> inbox.receive("kit.stopping", message(), event -> {
                    if (tries.incrementAndGet() == 3) {
                        pause.stop(null);
                    }
                    throw new IllegalStateException("EntityManagerFactory is closed");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("will come again");

        assertThat(tries).hasValue(3);
        assertThat(meters.getMeters()).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> message() {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>("kit.incoming.v1", 0, 0, "key", "{}".getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "kit.incoming.arrived",
                        "ce_source", "talent-service",
                        "ce_subject", "key",
                        "ce_time", TestClock.START.toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
