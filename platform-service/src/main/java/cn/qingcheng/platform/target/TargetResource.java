package cn.qingcheng.platform.target;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The city's targets. */
@Path("/platform/v1/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "targets", description = "What the city wants to reach, and how far it is.")
public class TargetResource {

    private final TargetService service;

    TargetResource(TargetService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_OFFICER)
    @Idempotent
    @Operation(summary = "Set a target", description = "What happened before it was set counts too.")
    @APIResponse(
            responseCode = "201",
            description = "Set",
            content = @Content(schema = @Schema(implementation = TargetResponse.class)))
    public Response set(@NotNull @Valid SetTargetRequest request) {
        TargetResponse target = service.set(request);
        return Response.created(URI.create("/platform/v1/targets/" + target.code()))
                .entity(target)
                .build();
    }

    @GET
    @RolesAllowed({Roles.PLATFORM_OFFICER, Roles.PLATFORM_OPERATOR, Roles.AUDITOR})
    @Operation(summary = "The targets, by code, with their actuals by month")
    public Page<TargetResponse> list(@BeanParam PageQuery page) {
        return service.list(page);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({Roles.PLATFORM_OFFICER, Roles.PLATFORM_OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One target, with its actual by month")
    public TargetResponse get(@Parameter(example = "graduates-retained") @PathParam("code") String code) {
        return service.get(code);
    }
}
