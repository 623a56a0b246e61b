package cn.qingcheng.gateway.limit;

import cn.qingcheng.gateway.identity.CallerHeaders;
import cn.qingcheng.gateway.identity.TokenCheck;
import cn.qingcheng.gateway.identity.TokenHolder;
import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Counts requests by address, and with a token also by subject and client, and answers 429 to one too many. Tells each
 * caller what is left to it (draft-ietf-httpapi-ratelimit-headers-10). Each gateway counts for itself.
 */
@ApplicationScoped
public class Limiter {

    private static final String POLICY = "RateLimit-Policy";
    private static final String LEFT = "RateLimit";
    private static final int IPV6_NETWORK_GROUPS = 4;

    private final LimitSettings settings;
    private final Problems problems;
    private final Cache<Counted, Bucket> buckets;

    Limiter(LimitSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.callersKept())
                .executor(Runnable::run)
                .expireAfterAccess(settings.window())
                .build();
    }

    /** Goes on to the next handler unless too many requests came from this address. */
    public void passByAddress(RoutingContext context) {
        RouteClass kind = RouteClass.of(context.request());
        String address = network(CallerHeaders.address(context.request().remoteAddress()));
        if (allows(
                context.request(), "address", kind, address, kind.of(settings).address())) {
            context.next();
        }
    }

    /** Goes on to the next handler unless the token, if there is one, was used too often. After the token's check. */
    public void passByToken(RoutingContext context) {
        TokenHolder holder = TokenCheck.holderOf(context);
        RouteClass kind = RouteClass.of(context.request());
        LimitSettings.Quotas quotas = kind.of(settings);
        if (holder == null
                || (allows(context.request(), "subject", kind, holder.subject(), quotas.subject())
                        && allows(context.request(), "client", kind, holder.client(), quotas.client()))) {
            context.next();
        }
    }

    private boolean allows(HttpServerRequest request, String what, RouteClass kind, String who, long quota) {
        Duration window = settings.window();
        Bucket bucket = buckets.get(
                new Counted(what, kind, who),
                unseen -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        MultiMap headers = request.response().headers();
        append(headers, POLICY, '"' + what + "\";q=" + quota + ";w=" + window.toSeconds());
        String left = ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
        append(headers, LEFT, '"' + what + '"' + left);
        if (!probe.isConsumed()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(probe.getNanosToWaitForRefill())));
            problems.send(request, GatewayProblem.TOO_MANY_REQUESTS);
        }
        return probe.isConsumed();
    }

    private static void append(MultiMap headers, String name, String item) {
        String before = headers.get(name);
        headers.set(name, before == null ? item : before + ", " + item);
    }

    /** Rounded up: who comes back at that time shall not come too early. */
    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }

    /** Who has one IPv6 address has at least 2^64 of them. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length <= IPV6_NETWORK_GROUPS
                ? address
                : String.join(":", java.util.Arrays.copyOf(groups, IPV6_NETWORK_GROUPS));
    }

    /** Whose requests of which kind one bucket holds, by what it is told from others. */
    private record Counted(String what, RouteClass kind, String who) {}
}
