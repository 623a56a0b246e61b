package cn.qingcheng.housing.round;

import cn.qingcheng.housing.stock.UnitResponse;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
import jakarta.annotation.security.PermitAll;
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

@Path("/housing/v1/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "round")
public class RoundResource {

    private final RoundService service;

    RoundResource(RoundService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent
    @Operation(summary = "Prepare a round: its units, tiers, source of entropy and terms")
    @APIResponseSchema(
            value = RoundResponse.class,
            responseCode = "201",
            responseDescription = "Created; Location says where")
    public RestResponse<RoundResponse> create(@NotNull @Valid CreateRoundRequest request) {
        Round round = service.create(request);
        return RestResponse.ResponseBuilder.<RoundResponse>created(URI.create("/housing/v1/rounds/" + round.id()))
                .tag(ETags.of(round.version()))
                .entity(RoundResponse.from(round))
                .build();
    }

    @GET
    @PermitAll
    @Operation(summary = "All rounds, oldest first")
    public Page<RoundResponse> list(@BeanParam PageQuery page) {
        return service.list(page).map(RoundResponse::from);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "One round")
    public RestResponse<RoundResponse> get(@PathParam("id") UUID id) {
        Round round = service.get(id);
        return RestResponse.ResponseBuilder.ok(RoundResponse.from(round))
                .tag(ETags.of(round.version()))
                .build();
    }

    @GET
    @Path("/{id}/units")
    @PermitAll
    @Operation(summary = "The units a round has to give, by number")
    public Page<UnitResponse> units(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return service.units(id, page);
    }

    @POST
    @Path("/{id}/open")
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent
    @Operation(summary = "Open a round for applications")
    public RoundResponse open(@PathParam("id") UUID id) {
        return RoundResponse.from(service.open(id));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent
    @Operation(summary = "Close a round: no application comes in any more")
    public RoundResponse close(@PathParam("id") UUID id) {
        return RoundResponse.from(service.close(id));
    }
}
