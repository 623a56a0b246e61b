package cn.qingcheng.kit.problem;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** The one place where a failure becomes an answer; Quarkus' own mappers, which say more, are replaced. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int SERVER_ERROR = 500;
    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;

    @Inject
    ProblemTranslator translator;

    @Inject
    ProblemRenderer renderer;

    @Inject
    SecurityLog securityLog;

    @ServerExceptionMapper
    Response any(Throwable failure, UriInfo uri, SimpleResourceInfo operation) {
        ProblemException problem = translator.translate(failure);
        if (problem.code().status() >= SERVER_ERROR) {
            LOG.errorf(failure, "%s at %s", problem.code().name(), uri.getPath());
        } else {
            LOG.debugf("%s at %s", problem.code().name(), uri.getPath());
            securityLog.tell(problem, operation);
        }
        return renderer.response(problem, uri.getPath());
    }

    @ServerExceptionMapper
    Response problem(ProblemException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, UriInfo uri, SimpleResourceInfo operation) {
        int status = failure.getResponse().getStatus();
        boolean isRedirection = status >= REDIRECTION && status < CLIENT_ERROR;
        return isRedirection ? failure.getResponse() : any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response invalid(ValidationException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response invalidParameters(ResteasyReactiveViolationException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response halfAuthenticated(AuthenticationCompletionException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response sentElsewhere(AuthenticationRedirectException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri, SimpleResourceInfo operation) {
        return any(failure, uri, operation);
    }
}
