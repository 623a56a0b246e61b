package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.identity.IdentitySettings;
import cn.qingcheng.gateway.identity.TokenCheck;
import cn.qingcheng.gateway.limit.Limiter;
import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import cn.qingcheng.gateway.route.Exchange.Passage;
import cn.qingcheng.gateway.upstream.Service;
import cn.qingcheng.gateway.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Which path leads where. What no line here or page of our own names is not there. */
@ApplicationScoped
public class GatewayRoutes {

    private static final Logger LOG = Logger.getLogger(GatewayRoutes.class);
    private static final String OPERATOR = "operator";
    private static final int LOOK_EVERY_MILLIS = 100;
    private static final int BEFORE_ALL = Integer.MIN_VALUE + 1;
    private static final int BEFORE_PAGES = -100;
    private static final int AFTER_PAGES = Integer.MAX_VALUE - 1;
    private static final Set<String> OPEN_TECHNICAL =
            Set.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started");

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final RouteSettings settings;
    private final TokenCheck tokens;
    private final Problems problems;
    private final JsonObject identity;
    private final Limiter limiter;
    private final KeptBodies keptBodies;
    private final Failures failures;

    GatewayRoutes(
            Vertx vertx,
            Upstreams upstreams,
            RouteSettings settings,
            TokenCheck tokens,
            Problems problems,
            IdentitySettings identity,
            Limiter limiter,
            KeptBodies keptBodies,
            Failures failures) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.settings = settings;
        this.tokens = tokens;
        this.problems = problems;
        this.identity = new JsonObject().put("issuer", identity.issuer());
        this.limiter = limiter;
        this.keptBodies = keptBodies;
        this.failures = failures;
    }

    void install(@Observes Router router) {
        Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
        vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> underWay.forEach(Exchange::look));
        for (Service service : Service.values()) {
            Passage passage = new Passage(
                    vertx, upstreams.of(service), settings.of(service), underWay, keptBodies, problems, failures);
            router.route("/" + service.segment() + "/*")
                    .order(BEFORE_PAGES)
                    .handler(context -> passServed(service, context))
                    .handler(tokens::passGoodOrNone)
                    .handler(limiter::passByToken)
                    .handler(context -> service.inside(context.request().path())
                            .ifPresent(path -> Exchange.begin(passage, context, path)));
        }
        router.route().order(BEFORE_ALL).failureHandler(this::fail);
        // Our pages must know where to log in.
        router.get("/identity.json").order(BEFORE_PAGES).handler(context -> context.json(identity));
        router.route("/q/*").order(BEFORE_PAGES).handler(this::passTechnical);
        router.route().order(AFTER_PAGES).handler(context -> refuse(context, GatewayProblem.NOT_FOUND));
    }

    private void passServed(Service service, RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_1_0) {
            // Such a caller cannot be given an answer of unknown length without keeping all of it in memory first.
            refuse(context, GatewayProblem.HTTP_VERSION_NOT_SUPPORTED);
        } else if (service.inside(request.path()).isEmpty()) {
            refuse(context, GatewayProblem.NOT_FOUND);
        } else {
            context.next();
        }
    }

    /** Health is for everyone; metrics are for operators; of the rest no one need know that it exists. */
    private void passTechnical(RoutingContext context) {
        String path = context.request().path();
        if (OPEN_TECHNICAL.contains(path)) {
            context.next();
        } else if (path.equals("/q/metrics")) {
            tokens.passOnly(OPERATOR, context);
        } else {
            refuse(context, GatewayProblem.NOT_FOUND);
        }
    }

    private void refuse(RoutingContext context, GatewayProblem problem) {
        problems.send(context.request(), problem);
    }

    private void fail(RoutingContext context) {
        HttpServerRequest request = context.request();
        Trace.continueOrStart(request.headers());
        if (isFaultOfCaller(context)) {
            // Found before the guard could, as a missing host, or by our pages, as a range that a file does not have.
            refuse(context, GatewayProblem.MALFORMED_REQUEST);
            return;
        }
        LOG.errorf(
                context.failure(),
                "%s %s failed in the gateway, correlation %s",
                request.method(),
                request.path(),
                request.getHeader(Problems.CORRELATION_ID));
        if (!request.response().headWritten()) {
            refuse(context, GatewayProblem.INTERNAL_ERROR);
        }
    }

    private static boolean isFaultOfCaller(RoutingContext context) {
        return !context.request().uri().startsWith("/") || context.statusCode() / 100 == 4;
    }
}
