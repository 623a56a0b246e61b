package cn.qingcheng.housing.lease;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/housing/v1/leases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lease")
public class LeaseResource {

    private final LeaseService service;

    LeaseResource(LeaseService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.HOUSING_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Leases by state")
    public Page<LeaseResponse> search(
            @Parameter(description = "State of the lease.") @QueryParam("status") @Nullable LeaseStatus status,
            @BeanParam PageQuery page) {
        return service.search(status, page).map(LeaseResponse::from);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.HOUSING_OFFICER, Roles.AUDITOR})
    @Operation(summary = "One lease")
    public LeaseResponse get(@PathParam("id") UUID id) {
        return LeaseResponse.from(service.get(id));
    }

    @POST
    @Path("/{id}/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent(required = true)
    @Operation(summary = "Hand the keys over, with the meter readings")
    public LeaseResponse handOver(@PathParam("id") UUID id, @NotNull @Valid HandOverRequest request) {
        return LeaseResponse.from(service.handOver(id, request));
    }
}
