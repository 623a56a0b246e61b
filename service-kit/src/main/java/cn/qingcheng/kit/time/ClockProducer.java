package cn.qingcheng.kit.time;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the clock: the machine's, or on the embedded stack the one of {@code qingcheng.clock.file}. */
@ApplicationScoped
class ClockProducer {
    private final Optional<String> clockFile;

    @Inject
    ClockProducer(@ConfigProperty(name = "qingcheng.clock.file") Optional<String> clockFile) {
        this.clockFile = clockFile;
    }

    void refuseInProduction(@Observes @Priority(1) StartupEvent start) {
        check(clockFile, ConfigUtils.getProfiles());
    }

    static void check(Optional<String> clockFile, List<String> profiles) {
        if (clockFile.isPresent() && profiles.contains("prod")) {
            throw new IllegalStateException("qingcheng.clock.file is set: a service in production refuses to start with"
                    + " a clock that can be moved. Unset QINGCHENG_CLOCK_FILE.");
        }
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return clockFile.<Clock>map(file -> new StackClock(Path.of(file))).orElseGet(() -> Clock.system(CityTime.ZONE));
    }
}
