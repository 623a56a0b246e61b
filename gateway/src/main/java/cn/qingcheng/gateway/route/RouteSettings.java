package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.upstream.Service;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What a request to a service may cost, for each service by its name:
 * {@code qingcheng.gateway.route.subsidy.answer-timeout=45S}.
 */
@ConfigMapping(prefix = "qingcheng.gateway.route")
public interface RouteSettings {

    Limits talent();

    Limits subsidy();

    Limits housing();

    Limits platform();

    default Limits of(Service service) {
        return switch (service) {
            case TALENT -> talent();
            case SUBSIDY -> subsidy();
            case HOUSING -> housing();
            case PLATFORM -> platform();
        };
    }

    /** An ordinary request is JSON in and out; a stream is anything else, such as NDJSON, CSV or a file. */
    interface Limits {

        /**
         * How long an ordinary request may stand still: waiting for its answer, or for the caller's next bytes. Longer
         * than a transaction of a service may last, so that the innermost gives up first.
         */
        @WithDefault("40S")
        Duration answerTimeout();

        /** How long an ordinary request may take altogether, however lively. */
        @WithDefault("2M")
        Duration totalTimeout();

        /** The largest body of an ordinary request. */
        @WithDefault("1M")
        MemorySize maxBody();

        /** How long a stream may stand still. */
        @WithDefault("60S")
        Duration streamIdleTimeout();

        @WithDefault("1H")
        Duration streamTotalTimeout();

        /** The largest body of a stream; what the services accept. */
        @WithDefault("512M")
        MemorySize maxStream();
    }
}
