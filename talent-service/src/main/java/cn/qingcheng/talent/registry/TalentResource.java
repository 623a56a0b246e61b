package cn.qingcheng.talent.registry;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The registry as officers see it. */
@Path("/talent/v1/talents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TALENT_OFFICER)
@Tag(name = "Registry", description = "The people the city knows.")
class TalentResource {

    private final TalentService service;

    TalentResource(TalentService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "People of the registry, masked", description = "In the order the city came to know them.")
    @APIResponse(responseCode = "200", description = "A page of people")
    public Page<TalentResponse> list(@BeanParam @Valid TalentFilter filter, @BeanParam PageQuery page) {
        return service.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One person, masked", description = "The reading is recorded.")
    @APIResponse(responseCode = "200", description = "The person")
    public TalentResponse show(@PathParam("id") UUID id) {
        return service.show(id);
    }
}
