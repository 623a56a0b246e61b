package cn.qingcheng.gateway.identity;

import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass if its bearer token (RFC 6750) is good or if it has none: there are public endpoints, and which
 * those are is each service's own knowledge. The services prove the token again for themselves.
 */
@ApplicationScoped
public class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String BEARER = "bearer ";
    private static final String ACCESS_TOKEN = "Bearer";
    private static final int CLOCK_SKEW_SECONDS = 30;

    private static final String HOLDER = TokenHolder.class.getName();

    private final Vertx vertx;
    private final SigningKeys keys;
    private final Problems problems;
    private final JwtConsumer consumer;
    private final Cache<String, TokenHolder> holders;

    TokenCheck(Vertx vertx, SigningKeys keys, Problems problems, IdentitySettings settings) {
        this.vertx = vertx;
        this.holders = Caffeine.newBuilder()
                .maximumSize(settings.tokensKept())
                .executor(Runnable::run)
                .build();
        this.keys = keys;
        this.problems = problems;
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver((signature, nesting) -> resolve(signature))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setExpectedIssuer(settings.issuer())
                .setExpectedAudience(settings.audience())
                .setRequireExpirationTime()
                .setRequireSubject()
                .registerValidator(TokenCheck::faultOfKind)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
    }

    /** Goes on to the next handler, or answers 401, or 503 when no one can tell because the issuer is away. */
    public void passGoodOrNone(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            check(context, null);
        } else {
            context.next();
        }
    }

    /** Goes on to the next handler only with a good token of that role. */
    public void passOnly(String role, RoutingContext context) {
        check(context, role);
    }

    /** Whom the request's token names, once it has passed here. */
    public static @Nullable TokenHolder holderOf(RoutingContext context) {
        return context.get(HOLDER);
    }

    private void check(RoutingContext context, @Nullable String role) {
        String token = bearer(context.request());
        if (token == null) {
            problems.send(context.request(), GatewayProblem.UNAUTHENTICATED);
            return;
        }
        try {
            pass(context, prove(token), role);
        } catch (UnresolvableKeyException e) {
            Context own = vertx.getOrCreateContext();
            keys.lookAgain().onComplete(done -> own.runOnContext(back -> conclude(context, token, role)));
        }
    }

    private void conclude(RoutingContext context, String token, @Nullable String role) {
        try {
            pass(context, prove(token), role);
        } catch (UnresolvableKeyException e) {
            problems.send(
                    context.request(),
                    keys.areCurrent() ? GatewayProblem.UNAUTHENTICATED : GatewayProblem.IDENTITY_UNAVAILABLE);
        }
    }

    private void pass(RoutingContext context, @Nullable TokenHolder holder, @Nullable String role) {
        if (holder == null) {
            problems.send(context.request(), GatewayProblem.UNAUTHENTICATED);
        } else if (role != null && !holder.roles().contains(role)) {
            problems.send(context.request(), GatewayProblem.FORBIDDEN);
        } else {
            context.put(HOLDER, holder);
            context.next();
        }
    }

    /** Whom a token names, or null if it is a bad one. Found out once for each token. */
    private @Nullable TokenHolder prove(String token) throws UnresolvableKeyException {
        int version = keys.version();
        TokenHolder known = holders.getIfPresent(token);
        if (known != null && known.isStillGood(version)) {
            return known;
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            Duration left = Duration.ofMillis(claims.getExpirationTime().getValueInMillis()
                    - NumericDate.now().getValueInMillis());
            TokenHolder holder = new TokenHolder(
                    claims.getSubject(),
                    claims.hasClaim("azp") ? claims.getStringClaimValue("azp") : "",
                    claims.hasClaim("groups") ? Set.copyOf(claims.getStringListClaimValue("groups")) : Set.of(),
                    System.nanoTime() + left.plusSeconds(CLOCK_SKEW_SECONDS).toNanos(),
                    version);
            holders.put(token, holder);
            return holder;
        } catch (InvalidJwtException e) {
            // The message of the exception quotes the claims, so it is not for the log.
            LOG.debugf(
                    "A token was refused, error codes %s",
                    e.getErrorDetails().stream()
                            .map(error -> error.getErrorCode())
                            .toList());
            if (e.getCause() instanceof UnresolvableKeyException unresolvable) {
                throw unresolvable;
            }
            return null;
        } catch (MalformedClaimException e) {
            return null;
        }
    }

    /** The realm signs ID and log-out tokens with the same key; only Keycloak's {@code typ} tells them apart. */
    private static @Nullable String faultOfKind(JwtContext token) {
        return ACCESS_TOKEN.equals(token.getJwtClaims().getClaimValue("typ")) ? null : "no access token";
    }

    private Key resolve(JsonWebSignature signature) throws UnresolvableKeyException {
        String keyId = signature.getKeyIdHeaderValue();
        return Optional.ofNullable(keyId)
                .flatMap(keys::known)
                .orElseThrow(() -> new UnresolvableKeyException("No such key"));
    }

    private static @Nullable String bearer(HttpServerRequest request) {
        List<String> values = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (values.size() != 1 || !values.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = values.get(0).substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
