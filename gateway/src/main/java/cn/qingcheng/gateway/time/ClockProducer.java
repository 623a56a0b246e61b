package cn.qingcheng.gateway.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The machine's clock; the city's own, which the services go by, is no business of a gateway. */
@ApplicationScoped
class ClockProducer {

    @Produces
    @Singleton
    Clock machine() {
        return Clock.systemUTC();
    }
}
