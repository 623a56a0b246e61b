package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import cn.qingcheng.gateway.upstream.Service;
import cn.qingcheng.gateway.upstream.Turnstile.FullException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Why no answer came from a service, as far as that is the caller's business, and in the log what is ours. */
@ApplicationScoped
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private final MeterRegistry meters;

    Failures(MeterRegistry meters) {
        this.meters = meters;
    }

    static GatewayProblem problemOf(Throwable failure) {
        if (failure instanceof BodyTooLarge) {
            return GatewayProblem.BODY_TOO_LARGE;
        }
        if (failure instanceof FullException || failure instanceof TimeoutException) {
            return GatewayProblem.SERVICE_BUSY;
        }
        // Refused or unreachable: nothing was sent. Anything later may have had its effect.
        return failure instanceof ConnectException ? GatewayProblem.SERVICE_UNAVAILABLE : GatewayProblem.SERVICE_FAILED;
    }

    void tell(Service service, HttpServerRequest request, GatewayProblem problem, @Nullable Throwable cause) {
        Counter.builder("qingcheng_gateway_problems")
                .description("Requests the gateway answered in place of the service")
                .tag("service", service.segment())
                .tag("code", problem.name())
                .register(meters)
                .increment();
        // The caller's own faults are no news; and being busy, thousands would say so at once: the counter tells.
        if (problem.status() >= 500 && problem != GatewayProblem.SERVICE_BUSY) {
            // The path only: a query may name a person.
            LOG.warnf(
                    "%s: %s %s, correlation %s: %s",
                    problem, request.method(), request.path(), request.getHeader(Problems.CORRELATION_ID), cause);
        }
    }

    /** The caller sends, or says that it will send, more than the route allows. */
    static final class BodyTooLarge extends Exception {
        BodyTooLarge() {
            super("the body is too large", null, false, false);
        }
    }
}
