package cn.qingcheng.talent.benefit;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person holds and was refused. */
@Path("/talent/v1/talents/{id}/benefits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Benefit register", description = "Benefits that exclude each other, decided in one place.")
class BenefitResource {

    private final BenefitService service;

    BenefitResource(BenefitService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.TALENT_OFFICER, Roles.AUDITOR})
    @Operation(
            summary = "The benefits a person holds, gave up or was refused",
            description = "The reading is recorded.")
    @APIResponse(responseCode = "200", description = "All claims, the oldest first")
    public Page<BenefitResponse> ofTalent(@PathParam("id") UUID id) {
        return new Page<>(service.ofTalent(id), null);
    }
}
