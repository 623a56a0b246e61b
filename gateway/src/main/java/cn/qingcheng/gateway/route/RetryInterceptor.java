package cn.qingcheng.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.util.Set;

/**
 * A kept connection may die just as a request goes out on it. A request that only reads is then sent once more; one
 * that may have had an effect is not. Must be the last interceptor.
 */
final class RetryInterceptor implements ProxyInterceptor {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .recover(failure -> mayRepeat(context, failure) ? context.sendRequest() : Future.failedFuture(failure));
    }

    private static boolean mayRepeat(ProxyContext context, Throwable failure) {
        boolean cut = failure instanceof HttpClosedException || isReset(failure);
        return cut
                && READS.contains(context.request().getMethod())
                && Exchange.of(context).isRepeatable()
                && !context.request().proxiedRequest().response().closed();
    }

    /** Refused connections have been tried elsewhere already, see {@code Upstream}. */
    private static boolean isReset(Throwable failure) {
        return failure instanceof IOException && !(failure instanceof java.net.ConnectException);
    }
}
