package cn.qingcheng.kit.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Believes access tokens alone. The realm signs ID and log-out tokens with the same key, and one that came with a fitting
 * audience would pass for an access token otherwise.
 */
@ApplicationScoped
class AccessTokensOnly implements SecurityIdentityAugmentor {

    /** Keycloak's word for what a token is, in the claim {@code typ}. */
    private static final String ACCESS = "Bearer";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean isOfAnotherKind =
                identity.getPrincipal() instanceof JsonWebToken token && !ACCESS.equals(token.getClaim("typ"));
        return isOfAnotherKind
                ? Uni.createFrom().failure(new AuthenticationFailedException("The token is no access token"))
                : Uni.createFrom().item(identity);
    }
}
