package cn.qingcheng.housing.stock;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/housing/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stock")
public class UnitResource {

    private final StockService service;

    UnitResource(StockService service) {
        this.service = service;
    }

    /** A page of units, named so that the documentation can say what it holds. */
    public record UnitPage(
            List<UnitResponse> items,
            @Schema(examples = "WyIwMTk4ZjJhMCJd") String nextPageToken) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Search the flats",
            description = "By default those that can be applied for. Cacheable: send the ETag back in If-None-Match.")
    @APIResponse(
            responseCode = "200",
            description = "A page of units by number",
            content = @Content(schema = @Schema(implementation = UnitPage.class)))
    @APIResponse(responseCode = "304", description = "The page you have is still right")
    public Response search(@Valid @BeanParam UnitSearch search, @BeanParam PageQuery page, @Context Request request) {
        FoundUnits found = service.search(search, page);
        return cached(new EntityTag(found.tag(), true), request, found.page());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "One flat")
    @APIResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(schema = @Schema(implementation = UnitResponse.class)))
    @APIResponse(responseCode = "304", description = "What you have is still right")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Unit unit = service.unit(id);
        return cached(ETags.of(unit.version()), request, UnitResponse.from(unit));
    }

    @POST
    @Path("/{id}/prepare")
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent
    @Operation(summary = "Mark a raised unit as ready to be released")
    public UnitResponse prepare(@PathParam("id") UUID id) {
        return UnitResponse.from(service.prepare(id));
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent(required = true)
    @Operation(summary = "Take a unit out of the stock for good, with the reason")
    public UnitResponse withdraw(@PathParam("id") UUID id, @NotNull @Valid WithdrawUnitRequest request) {
        return UnitResponse.from(service.withdraw(id, request.reason()));
    }

    private static Response cached(EntityTag tag, Request request, Object body) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null ? Response.ok(body).tag(tag).build() : unchanged.build();
    }
}
