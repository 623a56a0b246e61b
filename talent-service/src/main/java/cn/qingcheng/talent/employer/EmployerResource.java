package cn.qingcheng.talent.employer;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.precondition.ETags;
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

/** The employers the city knows. */
@Path("/talent/v1/employers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Employers", description = "Employers and what they declare.")
class EmployerResource {

    private final EmployerService service;

    EmployerResource(EmployerService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.TALENT_OFFICER)
    @Idempotent
    @Operation(summary = "Register an employer")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = EmployerResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "EMPLOYER_EXISTS",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Response register(@NotNull @Valid RegisterEmployerRequest request, UriInfo uri) {
        EmployerResponse employer = service.register(request);
        return Response.created(uri.getRequestUriBuilder()
                        .path(employer.id().toString())
                        .build())
                .tag(ETags.of(employer.version()))
                .entity(employer)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.TALENT_OFFICER)
    @Operation(summary = "One employer")
    @APIResponse(responseCode = "200", description = "The employer")
    public EmployerResponse show(@PathParam("id") UUID id) {
        return service.show(id);
    }
}
