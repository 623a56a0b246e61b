package cn.qingcheng.kit.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ClockProvider;
import java.time.Clock;

/** Bean Validation's idea of now ({@code @Past}, dates of birth) is the injected clock's, in the city's time zone. */
@ApplicationScoped
public class ValidationClock implements ClockProvider {

    private final Clock clock;

    public ValidationClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Clock getClock() {
        return clock.withZone(CityTime.ZONE);
    }
}
