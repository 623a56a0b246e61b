package cn.qingcheng.gateway.upstream;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks each instance again and again whether it is ready, by a client of its own, so that a full pool is not taken for
 * an instance that is down. One that shuts down says no before it refuses, and gets no more requests by then.
 */
@Startup
@ApplicationScoped
public class Probes {

    private final Vertx vertx;
    private final long timer;
    private final HttpClient client;
    private final long timeoutMillis;
    private final Set<Instance> asked = ConcurrentHashMap.newKeySet();

    Probes(Vertx vertx, Upstreams upstreams, UpstreamSettings settings) {
        this.vertx = vertx;
        timeoutMillis = settings.healthTimeout().toMillis();
        client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) timeoutMillis), new PoolOptions().setHttp1MaxSize(1));
        timer = vertx.setPeriodic(1, settings.probeEvery().toMillis(), tick -> {
            for (Service service : Service.values()) {
                upstreams.of(service).instances().forEach(this::probe);
            }
        });
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void probe(Instance instance) {
        if (!asked.add(instance)) {
            return;
        }
        RequestOptions options = new RequestOptions()
                .setServer(instance.address())
                .setMethod(HttpMethod.GET)
                .setURI("/q/health/ready")
                .setTimeout(timeoutMillis);
        client.request(options)
                .compose(request ->
                        request.send().compose(answer -> answer.end().map(answer.statusCode() == 200)))
                .otherwise(false)
                .onComplete(result -> {
                    instance.probed(result.result());
                    asked.remove(instance);
                });
    }
}
