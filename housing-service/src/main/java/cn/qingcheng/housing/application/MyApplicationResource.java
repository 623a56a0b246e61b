package cn.qingcheng.housing.application;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.precondition.ETags;
import cn.qingcheng.kit.precondition.MergePatch;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/housing/v1/me/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TALENT)
@Tag(name = "application")
public class MyApplicationResource {

    private final ApplicationService service;
    private final ApplicationQueryService queries;

    MyApplicationResource(ApplicationService service, ApplicationQueryService queries) {
        this.service = service;
        this.queries = queries;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Begin an application in an open round, with ranked wishes",
            description = "Names of the household are masked in the answer, as in those of the other steps, for it is"
                    + " kept to be repeated; read the application to see them.")
    @APIResponseSchema(
            value = ApplicationResponse.class,
            responseCode = "201",
            responseDescription = "Created; Location says where")
    public RestResponse<ApplicationResponse> create(@NotNull @Valid CreateApplicationRequest request) {
        UUID id = service.create(request).id();
        ApplicationQueryService.Read read = queries.mine(id);
        return RestResponse.ResponseBuilder.<ApplicationResponse>created(
                        URI.create("/housing/v1/me/applications/" + id))
                .tag(ETags.of(read.version()))
                .entity(read.application().masked())
                .build();
    }

    @GET
    @Operation(summary = "My applications")
    public Page<ApplicationResponse> list() {
        return new Page<>(queries.mine(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "My application: where it stands, its history, and why it was refused")
    public RestResponse<ApplicationResponse> get(@PathParam("id") UUID id) {
        return answer(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change household or wishes of a draft")
    public RestResponse<ApplicationResponse> update(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ApplicationContent.class)))
                    JsonNode patch) {
        service.update(id, ifMatch, patch);
        return answer(id);
    }

    @POST
    @Path("/{id}/submit")
    @Idempotent
    @Operation(summary = "Hand the application in")
    public RestResponse<ApplicationResponse> submit(@PathParam("id") UUID id) {
        service.submit(id);
        return keptAnswer(id);
    }

    @POST
    @Path("/{id}/withdraw")
    @Idempotent
    @Operation(summary = "Take the application back", description = "While an offer is open, answer the offer instead.")
    public RestResponse<ApplicationResponse> withdraw(@PathParam("id") UUID id) {
        service.withdraw(id);
        return keptAnswer(id);
    }

    private RestResponse<ApplicationResponse> answer(UUID id) {
        ApplicationQueryService.Read read = queries.mine(id);
        return answer(read.application(), read.version());
    }

    private RestResponse<ApplicationResponse> keptAnswer(UUID id) {
        ApplicationQueryService.Read read = queries.mine(id);
        return answer(read.application().masked(), read.version());
    }

    private static RestResponse<ApplicationResponse> answer(ApplicationResponse application, long version) {
        return RestResponse.ResponseBuilder.ok(application)
                .tag(ETags.of(version))
                .build();
    }
}
