package cn.qingcheng.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instances of one service. A request goes to the one with the fewest outstanding; among equals they take turns.
 * An instance that refused a connection rests for a while: it is asked only when all others refuse too, so that a
 * service of one instance is back the moment it listens again.
 */
public final class Upstream {

    private final Service service;
    private final List<Instance> instances;
    private final HttpClient client;
    private final Duration rest;
    private final Duration waitTimeout;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(Service service, HttpClient client, UpstreamSettings settings) {
        List<URI> addresses = settings.of(service);
        this.service = service;
        this.instances = addresses.stream().map(Instance::new).toList();
        this.client = client;
        this.rest = settings.restAfterRefusal();
        this.waitTimeout = settings.waitTimeout();
    }

    public Service service() {
        return service;
    }

    public List<Instance> instances() {
        return instances;
    }

    /**
     * Opens a connection to the best instance, or to the next one if it refuses. Nothing has been sent when an instance
     * refuses, so trying the next is safe for every method. Fails with the last refusal when all refuse, with
     * {@link ConnectionPoolTooBusyException} or a timeout when all are full.
     */
    public Future<Lease> lease() {
        return lease(inOrder(), 0);
    }

    private Future<Lease> lease(List<Instance> candidates, int index) {
        Instance instance = candidates.get(index);
        instance.begin();
        RequestOptions options =
                new RequestOptions().setServer(instance.address()).setConnectTimeout(waitTimeout.toMillis());
        return client.request(options)
                .map(request -> {
                    instance.accept();
                    return new Lease(instance, request);
                })
                .recover(failure -> {
                    instance.end();
                    // Vert.x reports refused, unreachable and unresolved as IOException; a full pool is no fault of it.
                    if (failure instanceof IOException) {
                        instance.refuse();
                    }
                    boolean another = index + 1 < candidates.size() && !(failure instanceof TimeoutException);
                    return another ? lease(candidates, index + 1) : Future.failedFuture(failure);
                });
    }

    private List<Instance> inOrder() {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        List<Candidate> candidates = new ArrayList<>(instances.size());
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get((first + i) % instances.size());
            candidates.add(new Candidate(instance, instance.isResting(rest), instance.outstanding()));
        }
        candidates.sort(Comparator.comparing(Candidate::resting).thenComparingInt(Candidate::outstanding));
        return candidates.stream().map(Candidate::instance).toList();
    }

    /** What was true of an instance at one moment; sorting by values that change meanwhile would break the sort. */
    private record Candidate(Instance instance, boolean resting, int outstanding) {}
}
