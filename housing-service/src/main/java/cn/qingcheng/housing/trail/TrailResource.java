package cn.qingcheng.housing.trail;

import cn.qingcheng.kit.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/housing/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "trail")
public class TrailResource {

    private final TrailService service;

    TrailResource(TrailService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/trail")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "The whole story of a flat, from raising to keys, and who decided")
    public TrailResponse trail(@PathParam("id") UUID id) {
        return service.of(id);
    }
}
