package cn.qingcheng.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
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

    /** How often names are looked up anew; each of their addresses is an instance. */
    @WithDefault("5S")
    Duration resolveEvery();

    /** How long a TCP connection to an instance may take before the next instance is tried. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** Connections to one instance; as many requests are under way there at most. */
    @WithDefault("64")
    int connectionsPerInstance();

    /** Requests that may wait for a connection to one instance; one more is refused with 503. */
    @WithDefault("128")
    int waitingPerInstance();

    /** How long a request may wait for a connection before it is refused with 503. */
    @WithDefault("2S")
    Duration waitTimeout();

    /** How long an unused connection is kept; shorter than a service keeps it, so that it is never closed under us. */
    @WithDefault("20S")
    Duration keepAlive();

    /** As many failures one after the other, and an instance is left alone until a probe finds it ready. */
    @WithDefault("5")
    int failuresAllowed();

    /** How often each instance is asked whether it is ready. */
    @WithDefault("1S")
    Duration probeEvery();

    /** How long an instance may take to tell its health. */
    @WithDefault("2S")
    Duration healthTimeout();

    /** The longest upload, other than of JSON, that is kept until the answer comes, so that it can be sent once more. */
    @WithDefault("256K")
    MemorySize repeatableBody();

    /** For all that is kept, JSON of any length too; beyond it bodies are passed on as they come, and not repeated. */
    @WithDefault("16M")
    MemorySize repeatableMemory();

    default List<URI> of(Service service) {
        return switch (service) {
            case TALENT -> talent();
            case SUBSIDY -> subsidy();
            case HOUSING -> housing();
            case PLATFORM -> platform();
        };
    }
}
