package cn.qingcheng.gateway.identity;

import cn.qingcheng.gateway.problem.GatewayProblem;
import cn.qingcheng.gateway.problem.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Lets a request pass if its bearer token (RFC 6750) is good or if it has none: there are public endpoints, and which
 * those are is each service's own knowledge. The services prove the token again for themselves.
 */
@ApplicationScoped
public class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String BEARER = "bearer ";
    private static final int CLOCK_SKEW_SECONDS = 30;

    private final SigningKeys keys;
    private final Problems problems;
    private final JwtConsumer consumer;

    TokenCheck(SigningKeys keys, Problems problems, IdentitySettings settings) {
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
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
    }

    /** Goes on to the next handler, or answers 401, or 503 when no one can tell because the issuer is away. */
    public void passGoodOrNone(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            check(context, Optional.empty());
        } else {
            context.next();
        }
    }

    /** Goes on to the next handler only with a good token of that role. */
    public void passOnly(String role, RoutingContext context) {
        check(context, Optional.of(role));
    }

    private void check(RoutingContext context, Optional<String> role) {
        Optional<String> token = bearer(context.request());
        if (token.isEmpty()) {
            problems.send(context.request(), GatewayProblem.UNAUTHENTICATED);
            return;
        }
        Verdict verdict = prove(token.get(), role);
        if (verdict != Verdict.UNKNOWN_KEY) {
            conclude(verdict, context);
            return;
        }
        keys.lookAgain().onComplete(done -> conclude(prove(token.get(), role), context));
    }

    private void conclude(Verdict verdict, RoutingContext context) {
        switch (verdict) {
            case GOOD -> context.next();
            case ROLE_LACKS -> problems.send(context.request(), GatewayProblem.FORBIDDEN);
            case BAD -> problems.send(context.request(), GatewayProblem.UNAUTHENTICATED);
            case UNKNOWN_KEY ->
                problems.send(
                        context.request(),
                        keys.areCurrent() ? GatewayProblem.UNAUTHENTICATED : GatewayProblem.IDENTITY_UNAVAILABLE);
        }
    }

    private Verdict prove(String token, Optional<String> role) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            boolean suffices = role.isEmpty()
                    || (claims.hasClaim("groups")
                            && claims.getStringListClaimValue("groups").contains(role.get()));
            return suffices ? Verdict.GOOD : Verdict.ROLE_LACKS;
        } catch (InvalidJwtException e) {
            // The message of the exception quotes the claims, so it is not for the log.
            LOG.debugf(
                    "A token was refused, error codes %s",
                    e.getErrorDetails().stream()
                            .map(error -> error.getErrorCode())
                            .toList());
            return e.getCause() instanceof UnresolvableKeyException ? Verdict.UNKNOWN_KEY : Verdict.BAD;
        } catch (MalformedClaimException e) {
            return Verdict.BAD;
        }
    }

    private Key resolve(JsonWebSignature signature) throws UnresolvableKeyException {
        String keyId = signature.getKeyIdHeaderValue();
        return Optional.ofNullable(keyId)
                .flatMap(keys::known)
                .orElseThrow(() -> new UnresolvableKeyException("No such key"));
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        List<String> values = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (values.size() != 1 || !values.get(0).toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.empty();
        }
        String token = values.get(0).substring(BEARER.length()).strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    private enum Verdict {
        GOOD,
        BAD,
        ROLE_LACKS,
        UNKNOWN_KEY
    }
}
