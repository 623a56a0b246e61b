package cn.qingcheng.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where the services are: {@code QINGCHENG_UPSTREAM_TALENT=http://127.0.0.1:8081,http://127.0.0.1:8091}. */
@ConfigMapping(prefix = "qingcheng.upstream")
public interface UpstreamSettings {

    @WithDefault("http://127.0.0.1:8081")
    List<URI> talent();

    @WithDefault("http://127.0.0.1:8082")
    List<URI> subsidy();

    @WithDefault("http://127.0.0.1:8083")
    List<URI> housing();

    @WithDefault("http://127.0.0.1:8084")
    List<URI> platform();

    /** How long a TCP connection to an instance may take before the next instance is tried. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** Connections to one instance; as many requests are under way there at most. */
    @WithDefault("64")
    int connectionsPerInstance();

    /** Requests that may wait for a connection to one instance; one more is refused with 503. */
    @WithDefault("256")
    int waitingPerInstance();

    /** How long a request may wait for a connection before it is refused with 503. */
    @WithDefault("5S")
    Duration waitTimeout();

    /** How long an unused connection is kept; shorter than a service keeps it, so that it is never closed under us. */
    @WithDefault("20S")
    Duration keepAlive();

    /** How long an instance that refused a connection is asked last. */
    @WithDefault("5S")
    Duration restAfterRefusal();

    /** How long an instance may take to tell its health. */
    @WithDefault("2S")
    Duration healthTimeout();

    default List<URI> of(Service service) {
        return switch (service) {
            case TALENT -> talent();
            case SUBSIDY -> subsidy();
            case HOUSING -> housing();
            case PLATFORM -> platform();
        };
    }
}
