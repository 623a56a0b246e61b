package cn.qingcheng.subsidy.publicity;

import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everybody may read and object to. */
@Path("/subsidy/v1/publicity")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "publicity", description = "Published lists and objections to them")
public class PublicityResource {
    @Inject
    PublicityService publicity;

    @Inject
    ObjectionService objections;

    @GET
    @Operation(summary = "Lists what was published, newest first")
    public Page<PublicityListResponse> list(@BeanParam PageQuery page) {
        return publicity.list(page);
    }

    @GET
    @Path("/{listId}")
    @Operation(summary = "Shows a published list with its digest")
    public PublicityListResponse show(@PathParam("listId") UUID listId) {
        return publicity.show(listId);
    }

    @POST
    @Path("/{listId}/objections")
    @Idempotent
    @Operation(
            summary = "Objects to an application of a list, while it is open",
            description = "Open to everybody. While 20 objections to one application are open, further ones are refused"
                    + " with 429; what they say is then being examined.")
    @APIResponseSchema(
            value = ObjectionResponse.class,
            responseCode = "201",
            responseDescription = "Heard; the application's publicity waits until it is settled")
    @APIResponse(
            responseCode = "429",
            description = "TOO_MANY_OBJECTIONS",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Response raise(@PathParam("listId") UUID listId, @NotNull @Valid RaiseObjectionRequest request) {
        ObjectionResponse objection = objections.raise(listId, request);
        return Response.created(URI.create("/subsidy/v1/objections/" + objection.id()))
                .entity(objection)
                .build();
    }
}
