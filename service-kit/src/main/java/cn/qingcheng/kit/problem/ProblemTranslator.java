package cn.qingcheng.kit.problem;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds out what any failure means to the caller. */
@ApplicationScoped
public class ProblemTranslator {

    private static final Logger LOG = Logger.getLogger(ProblemTranslator.class);
    private static final int MAX_CAUSES = 20;
    private static final Duration SHORTLY = Duration.ofSeconds(2);
    private static final String INTEGRITY_VIOLATION = "23";
    private static final Map<Integer, StandardProblem> BY_STATUS = Map.ofEntries(
            Map.entry(400, StandardProblem.INVALID_INPUT),
            Map.entry(401, StandardProblem.UNAUTHENTICATED),
            Map.entry(403, StandardProblem.FORBIDDEN),
            Map.entry(404, StandardProblem.NOT_FOUND),
            Map.entry(405, StandardProblem.METHOD_NOT_ALLOWED),
            Map.entry(406, StandardProblem.NOT_ACCEPTABLE),
            Map.entry(412, StandardProblem.PRECONDITION_FAILED),
            Map.entry(413, StandardProblem.BODY_TOO_LARGE),
            Map.entry(415, StandardProblem.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(429, StandardProblem.TOO_MANY_REQUESTS),
            Map.entry(503, StandardProblem.UNAVAILABLE));

    @Inject
    @Any
    Instance<ConstraintProblems> constraints;

    /**
     * The problem that a failure, or the first of what caused it that is known, stands for; else an internal error. A
     * commit that fails only carries its cause as something suppressed, so these are looked through too.
     */
    public ProblemException translate(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty() && seen.size() < MAX_CAUSES) {
            Throwable next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            ProblemException problem = known(next);
            if (problem != null) {
                return problem;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            open.addAll(List.of(next.getSuppressed()));
        }
        return new ProblemException(StandardProblem.INTERNAL_ERROR);
    }

    private @Nullable ProblemException known(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof ResteasyReactiveViolationException violations) {
            return ParameterErrors.problem(violations.getConstraintViolations());
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
            return new ProblemException(StandardProblem.UNAUTHENTICATED);
        }
        if (failure instanceof ForbiddenException) {
            return new ProblemException(StandardProblem.FORBIDDEN);
        }
        if (failure instanceof OptimisticLockException || failure instanceof StaleStateException) {
            return new ProblemException(StandardProblem.CONCURRENT_UPDATE);
        }
        if (failure instanceof HttpClosedException) {
            // The caller went away before the end of the body; nobody is left to read the answer.
            return new ProblemException(StandardProblem.INVALID_INPUT);
        }
        if (failure instanceof WebApplicationException web) {
            StandardProblem standard = BY_STATUS.get(web.getResponse().getStatus());
            return standard == null ? null : new ProblemException(standard);
        }
        return failure instanceof SQLException sql ? ofDatabase(sql) : null;
    }

    private @Nullable ProblemException ofDatabase(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // Agroal's own, when no connection became free in time.
            return unavailable();
        }
        if (state.startsWith(INTEGRITY_VIOLATION)) {
            return ofConstraint(failure);
        }
        return switch (state) {
            case "40001", "40P01", "55P03" -> new ProblemException(StandardProblem.CONCURRENT_UPDATE);
            // Text no column takes, such as a NUL in a query parameter.
            case "22021", "22P05" -> new ProblemException(StandardProblem.INVALID_INPUT);
            case "57014" -> unavailable();
            default -> isOutage(state) ? unavailable() : null;
        };
    }

    /** Classes 08 connection, 53 resources, 57P operator intervention and 58 system of PostgreSQL's error codes. */
    private static boolean isOutage(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("58");
    }

    private @Nullable ProblemException ofConstraint(SQLException failure) {
        ServerErrorMessage message = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String constraint = message == null ? null : message.getConstraint();
        if (constraint == null) {
            // The failure of a whole batch; that of its statement, which names the constraint, is its cause.
            return null;
        }
        return constraints.stream()
                .map(known -> known.byConstraint().get(constraint))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> isTaken(failure) ? Optional.of(unnamed(constraint)) : Optional.empty())
                .map(ProblemException::new)
                .orElse(null);
    }

    /** Two were about to write the same, and the other was quicker: unique_violation and exclusion_violation. */
    private static boolean isTaken(SQLException failure) {
        return "23505".equals(failure.getSQLState()) || "23P01".equals(failure.getSQLState());
    }

    private static StandardProblem unnamed(String constraint) {
        // Were it the caller's doing, sending again would not help: then the constraint wants a problem of its own.
        LOG.warnf("%s is violated and has no problem of its own, answered as a concurrent update", constraint);
        return StandardProblem.CONCURRENT_UPDATE;
    }

    private static ProblemException unavailable() {
        return new ProblemException(StandardProblem.UNAVAILABLE).retryAfter(SHORTLY);
    }
}
