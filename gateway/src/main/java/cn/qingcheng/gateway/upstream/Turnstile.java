package cn.qingcheng.gateway.upstream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeoutException;

/**
 * Lets so many in at a time, and so many wait in order for so long. HTTP clients have such a queue too, but each event
 * loop has a client of its own, and the bound is for all of them together.
 */
public final class Turnstile {

    private final Vertx vertx;
    private final int places;
    private final int waitingAllowed;
    private final Duration patience;
    private final Deque<Promise<Void>> waiting = new ArrayDeque<>();
    private int taken;

    Turnstile(Vertx vertx, UpstreamSettings settings) {
        this.vertx = vertx;
        this.places = settings.connectionsPerInstance();
        this.waitingAllowed = settings.waitingPerInstance();
        this.patience = settings.waitTimeout();
    }

    /** Completes when there is a place; fails with {@link FullException} at once or {@link TimeoutException} later. */
    Future<Void> enter() {
        Promise<Void> place = Promise.promise();
        synchronized (this) {
            if (taken < places) {
                taken++;
                return Future.succeededFuture();
            }
            if (waiting.size() >= waitingAllowed) {
                return Future.failedFuture(new FullException());
            }
            waiting.add(place);
        }
        long timer = vertx.setTimer(patience.toMillis(), elapsed -> giveUp(place));
        Context own = vertx.getOrCreateContext();
        Promise<Void> admitted = Promise.promise();
        place.future().onComplete(result -> {
            vertx.cancelTimer(timer);
            // Whoever made room did so on an event loop of its own.
            own.runOnContext(back -> admitted.handle(result));
        });
        return admitted.future();
    }

    private void giveUp(Promise<Void> place) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(place);
        }
        if (waited) {
            place.fail(new TimeoutException("No connection came free"));
        }
    }

    /** Once for each that was let in. */
    void leave() {
        Promise<Void> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                taken--;
                return;
            }
        }
        next.complete();
    }

    /** All places are taken, and as many wait as may. */
    public static final class FullException extends Exception {
        FullException() {
            super("All connections are busy", null, false, false);
        }
    }
}
