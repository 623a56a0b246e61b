package cn.qingcheng.kit.caller;

import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.StandardProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the present request: the verified token, read the same way everywhere. */
@RequestScoped
public class Caller {

    @Inject
    SecurityIdentity identity;

    /**
     * The account, the token's {@code sub}.
     *
     * @throws ProblemException 401 when nobody is logged in
     */
    public String accountId() {
        return account().orElseThrow(() -> new ProblemException(StandardProblem.UNAUTHENTICATED));
    }

    /** The account, or nothing when nobody is logged in. */
    public Optional<String> account() {
        return claim("sub");
    }

    /** The realm roles, as in {@link Roles}. */
    public Set<String> roles() {
        return Set.copyOf(identity.getRoles());
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Code of the university that a university's client speaks for. */
    public Optional<String> university() {
        return claim("university");
    }

    /** Unified social credit code of the employer that an employer's client speaks for. */
    public Optional<String> employer() {
        return claim("employer");
    }

    private Optional<String> claim(String name) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        Object value = token.getClaim(name);
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
    }
}
