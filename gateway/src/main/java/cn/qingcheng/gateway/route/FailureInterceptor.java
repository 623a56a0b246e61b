package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import cn.qingcheng.gateway.upstream.Service;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** When no answer comes from the service, tells the caller why, as far as that is the caller's business. */
final class FailureInterceptor implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(FailureInterceptor.class);

    private final Service service;
    private final Problems problems;
    private final MeterRegistry meters;

    FailureInterceptor(Service service, Problems problems, MeterRegistry meters) {
        this.service = service;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> {
            Exchange exchange = Exchange.of(context);
            HttpServerRequest request = context.request().proxiedRequest();
            GatewayProblem problem = exchange.fault().orElseGet(() -> problemOf(failure));
            count(problem);
            if (isNews(problem) && !request.response().closed()) {
                // The path only: a query may name a person.
                LOG.warnf(
                        "%s: %s %s after %d ms, correlation %s: %s",
                        problem,
                        request.method(),
                        request.path(),
                        exchange.elapsedMillis(),
                        request.getHeader(Problems.CORRELATION_ID),
                        failure);
            }
            return Future.succeededFuture(problems.answer(context, problem));
        });
    }

    private void count(GatewayProblem problem) {
        Counter.builder("qingcheng_gateway_problems")
                .description("Requests the gateway answered in place of the service")
                .tag("service", service.segment())
                .tag("code", problem.name())
                .register(meters)
                .increment();
    }

    /** The caller's own faults are no news; and being busy, thousands would say so at once: the counter tells. */
    private static boolean isNews(GatewayProblem problem) {
        return problem.status() >= 500 && problem != GatewayProblem.SERVICE_BUSY;
    }

    private static GatewayProblem problemOf(Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException) {
            return GatewayProblem.SERVICE_BUSY;
        }
        // Refused, unreachable or unresolved: nothing was sent. Anything later may have had its effect.
        return failure instanceof java.net.ConnectException || failure instanceof java.net.UnknownHostException
                ? GatewayProblem.SERVICE_UNAVAILABLE
                : GatewayProblem.SERVICE_FAILED;
    }
}
