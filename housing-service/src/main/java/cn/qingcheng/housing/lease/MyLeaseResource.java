package cn.qingcheng.housing.lease;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/housing/v1/me/leases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TALENT)
@Tag(name = "lease")
public class MyLeaseResource {

    private final LeaseService service;

    MyLeaseResource(LeaseService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "My leases, oldest first")
    public Page<LeaseResponse> list() {
        return new Page<>(service.mine().stream().map(LeaseResponse::from).toList(), null);
    }

    @POST
    @Path("/{id}/sign")
    @Idempotent(required = true)
    @Operation(summary = "Sign the lease; its terms are those of termsDigest")
    public LeaseResponse sign(@PathParam("id") UUID id) {
        return LeaseResponse.from(service.sign(id));
    }
}
