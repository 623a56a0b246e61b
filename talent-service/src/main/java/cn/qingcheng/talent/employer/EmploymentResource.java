package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.precondition.ETags;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.StandardProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an employer's own client declares; each employer sees its own declarations. */
@Path("/talent/v1/employments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.EMPLOYER)
@Tag(name = "Employers")
class EmploymentResource {

    private final EmploymentService service;
    private final Caller caller;

    EmploymentResource(EmploymentService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Declare an employment for one month",
            description = "The employer must be the token's. A person insured in the city for as many months as the"
                    + " rule in force asks is confirmed as one who stays, once.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = EmploymentResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "EMPLOYMENT_ALREADY_DECLARED",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "422",
            description = "EMPLOYER_NOT_REGISTERED or PERSON_NOT_REGISTERED",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Response declare(@NotNull @Valid DeclareEmploymentRequest request, UriInfo uri) {
        EmploymentResponse employment = service.declare(employer(), request);
        return Response.created(uri.getRequestUriBuilder()
                        .path(employment.id().toString())
                        .build())
                .tag(ETags.of(employment.version()))
                .entity(employment)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the employer's own declarations")
    @APIResponse(responseCode = "200", description = "The declaration")
    public EmploymentResponse show(@PathParam("id") UUID id) {
        return service.show(id, employer());
    }

    private String employer() {
        return caller.employer().orElseThrow(() -> new ProblemException(StandardProblem.FORBIDDEN));
    }
}
