package cn.qingcheng.gateway.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The upstream of every service. All share one HTTP client, whose pool is bounded for each instance by itself. */
@ApplicationScoped
public class Upstreams {

    private final HttpClient client;
    private final Map<Service, Upstream> upstreams = new EnumMap<>(Service.class);

    Upstreams(Vertx vertx, UpstreamSettings settings, MeterRegistry meters) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) settings.keepAlive().toSeconds())
                // Bytes pass through as they are; decompressing would only cost.
                .setDecompressionSupported(false)
                .setTcpNoDelay(true);
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(settings.connectionsPerInstance())
                .setMaxWaitQueueSize(settings.waitingPerInstance());
        client = vertx.createHttpClient(options, pool);
        for (Service service : Service.values()) {
            Upstream upstream = new Upstream(service, client, settings);
            upstreams.put(service, upstream);
            for (Instance instance : upstream.instances()) {
                Gauge.builder("qingcheng_gateway_outstanding", instance, Instance::outstanding)
                        .description("Requests under way to an instance")
                        .tag("service", service.segment())
                        .tag("instance", instance.address().toString())
                        .register(meters);
            }
        }
    }

    public Upstream of(Service service) {
        Upstream upstream = upstreams.get(service);
        if (upstream == null) {
            throw new IllegalStateException("No upstream for " + service);
        }
        return upstream;
    }

    public HttpClient client() {
        return client;
    }
}
