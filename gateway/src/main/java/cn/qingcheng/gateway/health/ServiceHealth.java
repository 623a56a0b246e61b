package cn.qingcheng.gateway.health;

import cn.qingcheng.gateway.upstream.Instance;
import cn.qingcheng.gateway.upstream.Service;
import cn.qingcheng.gateway.upstream.UpstreamSettings;
import cn.qingcheng.gateway.upstream.Upstreams;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * A check for each service: up while at least one of its instances says it is ready. They are wellness checks: part of
 * {@code /q/health}, but not of the gateway's own readiness, for with one service down it still serves the other three.
 */
@ApplicationScoped
public class ServiceHealth {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final HttpClient client;
    private final Upstreams upstreams;
    private final Duration timeout;
    private final Map<Service, Answer> answers = new EnumMap<>(Service.class);

    /** Asks by a client of its own, so that a full pool is not taken for a service that is down. */
    ServiceHealth(Vertx vertx, Upstreams upstreams, UpstreamSettings settings) {
        this.upstreams = upstreams;
        this.timeout = settings.healthTimeout();
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) timeout.toMillis()));
    }

    @Produces
    @Wellness
    @ApplicationScoped
    AsyncHealthCheck talent() {
        return check(Service.TALENT);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    AsyncHealthCheck subsidy() {
        return check(Service.SUBSIDY);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    AsyncHealthCheck housing() {
        return check(Service.HOUSING);
    }

    @Produces
    @Wellness
    @ApplicationScoped
    AsyncHealthCheck platform() {
        return check(Service.PLATFORM);
    }

    private AsyncHealthCheck check(Service service) {
        return () -> Uni.createFrom()
                .completionStage(() ->
                        ask(service).map(ready -> describe(service, ready)).toCompletionStage());
    }

    private HealthCheckResponse describe(Service service, long ready) {
        int all = upstreams.of(service).instances().size();
        return HealthCheckResponse.named(service.segment())
                .status(ready > 0)
                .withData("instances", all)
                .withData("ready", ready)
                .build();
    }

    /** However often we are asked, each instance is asked once a second at most: this page is open to everyone. */
    private synchronized Future<Long> ask(Service service) {
        Answer last = answers.get(service);
        if (last != null && System.nanoTime() - last.atNanos() < FRESH.toNanos()) {
            return last.ready();
        }
        List<Future<Boolean>> asked =
                upstreams.of(service).instances().stream().map(this::isReady).toList();
        Future<Long> ready = Future.all(asked)
                .map(all -> asked.stream().filter(Future::result).count());
        answers.put(service, new Answer(System.nanoTime(), ready));
        return ready;
    }

    private Future<Boolean> isReady(Instance instance) {
        RequestOptions options = new RequestOptions()
                .setServer(instance.address())
                .setMethod(HttpMethod.GET)
                .setURI("/q/health/ready")
                .setTimeout(timeout.toMillis());
        return client.request(options)
                .compose(request -> request.send().compose(ServiceHealth::drained))
                .map(status -> status == 200)
                .otherwise(false);
    }

    private static Future<Integer> drained(HttpClientResponse response) {
        return response.end().map(response.statusCode());
    }

    /** How many instances were ready, or will be found to be, when last asked. */
    private record Answer(long atNanos, Future<Long> ready) {}
}
