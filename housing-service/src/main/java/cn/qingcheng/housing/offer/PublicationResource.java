package cn.qingcheng.housing.offer;

import cn.qingcheng.housing.round.RoundResponse;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/housing/v1/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draw")
public class PublicationResource {

    private final PublicationService service;

    PublicationResource(PublicationService service) {
        this.service = service;
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent(required = true)
    @Operation(summary = "Publish the draw and make its offers")
    public RoundResponse publish(@PathParam("id") UUID id) {
        return RoundResponse.from(service.publish(id));
    }
}
