package cn.qingcheng.housing.stock;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/housing/v1/estates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stock")
public class EstateResource {

    private final StockService service;

    EstateResource(StockService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent
    @Operation(summary = "Enter an estate, before its units are imported")
    @APIResponseSchema(
            value = EstateResponse.class,
            responseCode = "201",
            responseDescription = "Created; Location says where")
    public RestResponse<EstateResponse> create(@NotNull @Valid CreateEstateRequest request) {
        Estate estate = service.createEstate(request);
        return RestResponse.ResponseBuilder.<EstateResponse>created(URI.create("/housing/v1/estates/" + estate.code()))
                .tag(ETags.of(estate.version()))
                .entity(EstateResponse.from(estate))
                .build();
    }

    @GET
    @PermitAll
    @Operation(summary = "All estates, by code")
    public Page<EstateResponse> list(@BeanParam PageQuery page) {
        return service.estates(page);
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(summary = "One estate by its code")
    public RestResponse<EstateResponse> get(@Parameter(example = "SH01") @PathParam("code") String code) {
        Estate estate = service.estate(code);
        return RestResponse.ResponseBuilder.ok(EstateResponse.from(estate))
                .tag(ETags.of(estate.version()))
                .build();
    }
}
