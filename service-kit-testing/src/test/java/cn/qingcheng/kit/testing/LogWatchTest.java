package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LogWatchTest {
    private static final List<String> SECRET = List.of("6222020602000000017");
    private static final Logger LOG = Logger.getLogger(LogWatchTest.class.getName());

    @Test
    void aSecretIsFoundInMessageParameterAndCause() {
        try (LogWatch watch = LogWatch.open()) {
            LOG.info("paid");
            assertThatCode(() -> watch.assertSilentAbout(SECRET)).doesNotThrowAnyException();
            LOG.log(Level.FINE, "to {0}", SECRET.get(0));
            assertThatThrownBy(() -> watch.assertSilentAbout(SECRET)).hasMessageContaining("to {0}");
        }
        try (LogWatch watch = LogWatch.open()) {
            LOG.log(Level.WARNING, "failed", new IllegalStateException("no account " + SECRET.get(0)));
            assertThatThrownBy(() -> watch.assertSilentAbout(SECRET)).hasMessageContaining("no account");
        }
    }

    @Test
    void silenceShowsNothing() {
        try (LogWatch watch = LogWatch.open()) {
            assertThatThrownBy(() -> watch.assertSilentAbout(SECRET)).hasMessageContaining("nothing was logged");
        }
    }
}
