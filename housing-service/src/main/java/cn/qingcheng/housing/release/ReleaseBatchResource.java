package cn.qingcheng.housing.release;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/housing/v1/release-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "release")
public class ReleaseBatchResource {

    /** A batch is a decision that was made; it never changes. */
    private static final long ONLY_VERSION = 0;

    private final ReleaseService service;

    ReleaseBatchResource(ReleaseService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent(required = true)
    @Operation(summary = "Release prepared units, by number or so many of an estate")
    @APIResponseSchema(
            value = ReleaseBatchResponse.class,
            responseCode = "201",
            responseDescription = "Created; Location says where")
    public RestResponse<ReleaseBatchResponse> create(@NotNull @Valid CreateReleaseBatchRequest request) {
        ReleaseBatch batch = service.release(request);
        return RestResponse.ResponseBuilder.<ReleaseBatchResponse>created(
                        URI.create("/housing/v1/release-batches/" + batch.id()))
                .tag(ETags.of(ONLY_VERSION))
                .entity(ReleaseBatchResponse.from(batch))
                .build();
    }

    @GET
    @RolesAllowed({Roles.HOUSING_OFFICER, Roles.AUDITOR})
    @Operation(summary = "All release batches, oldest first")
    public Page<ReleaseBatchResponse> list(@BeanParam PageQuery page) {
        return service.list(page).map(ReleaseBatchResponse::from);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.HOUSING_OFFICER, Roles.AUDITOR})
    @Operation(summary = "One release batch")
    public ReleaseBatchResponse get(@PathParam("id") UUID id) {
        return ReleaseBatchResponse.from(service.get(id));
    }
}
