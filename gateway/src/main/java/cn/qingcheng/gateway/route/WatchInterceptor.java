package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.problem.GatewayProblem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Puts an {@link Exchange} around every request, from its first byte to the last one of the answer. */
final class WatchInterceptor implements ProxyInterceptor {

    private final Vertx vertx;
    private final RouteSettings.Limits limits;

    WatchInterceptor(Vertx vertx, RouteSettings.Limits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Pace pace = Pace.of(context.request().proxiedRequest(), limits);
        Exchange exchange = Exchange.begin(vertx, pace, context);
        return exchange.admit(context.request().getBody())
                ? context.sendRequest()
                : Future.failedFuture(GatewayProblem.BODY_TOO_LARGE.name());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Exchange exchange = Exchange.of(context);
        Body answer = context.response().getBody();
        if (answer != null && isBodiless(context.response().getStatusCode())) {
            // Else vertx-http-proxy would announce chunks that cannot follow.
            answer.stream().resume();
            context.response().setBody(null);
        } else if (answer != null) {
            context.response().setBody(exchange.watch(answer, context.request().proxiedRequest()));
        }
        return context.sendResponse().onComplete(sent -> exchange.end());
    }

    /** RFC 9110, 6.4.1. */
    private static boolean isBodiless(int status) {
        return status == 204 || status == 304;
    }
}
