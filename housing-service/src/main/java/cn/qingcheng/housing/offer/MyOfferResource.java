package cn.qingcheng.housing.offer;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/housing/v1/me/offers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TALENT)
@Tag(name = "offer")
public class MyOfferResource {

    private final OfferService service;

    MyOfferResource(OfferService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "My offers, oldest first")
    public Page<OfferResponse> list() {
        return new Page<>(service.mine().stream().map(OfferResponse::from).toList(), null);
    }

    @POST
    @Path("/{id}/accept")
    @Idempotent(required = true)
    @Operation(
            summary = "Take the flat",
            description = "The benefit register is asked next; when it clears, the lease is there to be signed.")
    public OfferResponse accept(@PathParam("id") UUID id) {
        return OfferResponse.from(service.accept(id));
    }

    @POST
    @Path("/{id}/decline")
    @Idempotent(required = true)
    @Operation(summary = "Leave the flat to the next in line")
    public OfferResponse decline(@PathParam("id") UUID id, @Valid @Nullable DeclineOfferRequest request) {
        return OfferResponse.from(service.decline(id, request == null ? null : request.reason()));
    }
}
