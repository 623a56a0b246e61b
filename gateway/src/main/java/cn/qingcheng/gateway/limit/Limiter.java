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

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence LEFT = HttpHeaders.createOptimized("RateLimit");
    private static final int IPV6_NETWORK_GROUPS = 4;
    private static final long NANOS = 1_000_000_000;

    private final LimitSettings settings;
    private final Problems problems;
    private final Cache<Counted, Quota> quotas;

    Limiter(LimitSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        this.quotas = Caffeine.newBuilder()
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
        Quota own = quotas.get(new Counted(what, kind, who), unseen -> Quota.of(what, quota, settings.window()));
        ConsumptionProbe probe = own.bucket().tryConsumeAndReturnRemaining(1);
        MultiMap headers = request.response().headers();
        append(headers, POLICY, own.policy());
        append(
                headers,
                LEFT,
                '"' + what + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(probe.getNanosToWaitForRefill())));
            problems.send(request, GatewayProblem.TOO_MANY_REQUESTS);
        }
        return probe.isConsumed();
    }

    private static void append(MultiMap headers, CharSequence name, String item) {
        String before = headers.get(name);
        headers.set(name, before == null ? item : before + ", " + item);
    }

    /** Rounded up: who comes back at that time shall not come too early. */
    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
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

    /** What is left to one of them, and what it may have, as it is told. */
    private record Quota(Bucket bucket, String policy) {

        static Quota of(String what, long requests, Duration window) {
            return new Quota(
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, window))
                            .build(),
                    '"' + what + "\";q=" + requests + ";w=" + window.toSeconds());
        }
    }
}
