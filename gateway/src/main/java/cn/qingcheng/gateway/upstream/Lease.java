package cn.qingcheng.gateway.upstream;

import io.vertx.core.http.HttpClientRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection to an instance for one request, counted as outstanding until it is given back. */
public final class Lease {

    private final Instance instance;
    private final HttpClientRequest request;
    private final AtomicBoolean returned = new AtomicBoolean();

    Lease(Instance instance, HttpClientRequest request) {
        this.instance = instance;
        this.request = request;
    }

    public Instance instance() {
        return instance;
    }

    public HttpClientRequest request() {
        return request;
    }

    /** After the last byte of the answer: the connection serves others. May be called more than once. */
    public void giveBack() {
        if (returned.compareAndSet(false, true)) {
            instance.end();
        }
    }

    /** In the middle of an exchange: what is on its way is worth nothing any more, and the connection goes with it. */
    public void abandon() {
        request.reset();
        giveBack();
    }
}
