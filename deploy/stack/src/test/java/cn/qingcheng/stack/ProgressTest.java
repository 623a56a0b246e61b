package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void aLongStepShowsThatItIsStillAlive() {
        StringWriter text = new StringWriter();
        Watch watch = new Watch();
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), false, watch);

        progress.step("start Keycloak");
        watch.pass(Duration.ofSeconds(3));
        progress.tick();
        watch.pass(Duration.ofSeconds(8));
        progress.tick();
        watch.pass(Duration.ofSeconds(1));
        progress.done();

        assertThat(text.toString().lines())
                .containsExactly("[ 11 s] start Keycloak: 11 s so far", "[ 12 s] start Keycloak (12.0 s)");
    }

    @Test
    void aTerminalCountsTheSecondsInPlace() {
        StringWriter text = new StringWriter();
        Watch watch = new Watch();
        ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), true, watch);

        progress.step("start Kafka");
        watch.pass(Duration.ofMillis(400));
        progress.tick();
        watch.pass(Duration.ofMillis(700));
        progress.tick();

        assertThat(text.toString())
                .doesNotContain("\n")
                .contains("start Kafka (1 s)")
                .doesNotContain("(0 s)");
    }

    @Test
    void anInterruptWaitsUntilTheStarterHasCleanedUp() throws Exception {
        Interruptible progress = new Interruptible(Progress.silent());
        progress.tick();
        CompletableFuture<Void> interrupt = CompletableFuture.runAsync(progress::interrupt);

        assertThatThrownBy(() -> {
                    while (true) {
                        progress.tick();
                    }
                })
                .isInstanceOf(StackFailure.class)
                .hasMessage("Interrupted; what had been started is stopped again.");
        assertThat(interrupt).isNotDone();
        progress.finished();

        interrupt.get(10, TimeUnit.SECONDS);
    }

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-23T05:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
