package cn.qingcheng.subsidy.trail;

import cn.qingcheng.kit.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where did this money come from, and who decided it. */
@Path("/subsidy/v1/payments/{id}/trail")
@Tag(name = "trail", description = "From appropriation to bank return")
public class TrailResource {
    @Inject
    TrailService trails;

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.SUBSIDY_FINANCE})
    @Operation(summary = "Shows every step of a payment, from appropriation to bank return, with who decided it")
    public TrailResponse show(@PathParam("id") UUID id) {
        return trails.of(id);
    }
}
