package cn.qingcheng.gateway.upstream;

import cn.qingcheng.gateway.upstream.Turnstile.FullException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one service. A request goes to the one with the fewest outstanding; among equals they take turns. An
 * instance that failed is asked only when the others are no better; one that failed again and again is not asked at all
 * until a probe finds it ready.
 */
public final class Upstream {

    // More than can be outstanding.
    private static final long LAST = 1L << 32;

    private final Service service;
    private final Vertx vertx;
    private final Supplier<HttpClient> client;
    private final UpstreamSettings settings;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Instance> instances = List.of();

    Upstream(Service service, Vertx vertx, Supplier<HttpClient> client, UpstreamSettings settings) {
        this.service = service;
        this.vertx = vertx;
        this.client = client;
        this.settings = settings;
    }

    public Service service() {
        return service;
    }

    public List<Instance> instances() {
        return instances;
    }

    /** Known instances stay with all that is known of them; those no longer named get no new request. */
    void name(Set<SocketAddress> addresses) {
        List<Instance> known = instances;
        instances = addresses.stream()
                .map(address -> known.stream()
                        .filter(instance -> instance.address().equals(address))
                        .findFirst()
                        .orElseGet(() -> new Instance(address, new Turnstile(vertx, settings))))
                .toList();
    }

    /**
     * Opens a connection to the best instance, or to the next one if it refuses or is full. Nothing has been sent then,
     * so trying the next is safe for every method. Fails with {@link ConnectException} when nobody can be reached, with
     * {@link FullException} or {@link TimeoutException} when all are full.
     *
     * @param spared asked last: it has just failed at this very request
     */
    public Future<Lease> lease(@Nullable Instance spared) {
        return leaseBest(spared, new ArrayList<>(), null);
    }

    private Future<Lease> leaseBest(@Nullable Instance spared, List<Instance> tried, @Nullable Throwable failure) {
        Instance best = failure instanceof TimeoutException ? null : best(spared, tried);
        if (best == null) {
            return Future.failedFuture(
                    failure == null
                            ? new ConnectException("No instance of " + service.segment() + " is well")
                            : failure);
        }
        tried.add(best);
        return best.begin().compose(begun -> connect(best)).recover(next -> leaseBest(spared, tried, next));
    }

    private Future<Lease> connect(Instance instance) {
        return client.get()
                .request(new RequestOptions().setServer(instance.address()))
                .map(request -> new Lease(instance, request))
                .onFailure(refused -> {
                    instance.end();
                    instance.failed();
                });
    }

    private @Nullable Instance best(@Nullable Instance spared, List<Instance> tried) {
        List<Instance> all = instances;
        int first = all.isEmpty() ? 0 : Math.floorMod(turn.getAndIncrement(), all.size());
        Instance best = null;
        long bestRank = Long.MAX_VALUE;
        for (int i = 0; i < all.size(); i++) {
            Instance instance = all.get((first + i) % all.size());
            if (!instance.isEjected(settings.failuresAllowed()) && !tried.contains(instance)) {
                boolean last = instance.isUnwell() || instance == spared;
                long rank = instance.outstanding() + (last ? LAST : 0);
                if (rank < bestRank) {
                    best = instance;
                    bestRank = rank;
                }
            }
        }
        return best;
    }
}
