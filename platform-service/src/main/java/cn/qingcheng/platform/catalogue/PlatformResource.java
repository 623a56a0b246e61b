package cn.qingcheng.platform.catalogue;

import cn.qingcheng.kit.bulk.Ndjson;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
import cn.qingcheng.kit.precondition.MergePatch;
import cn.qingcheng.platform.catalogue.PlatformService.Versioned;
import cn.qingcheng.platform.intake.ImportResource;
import cn.qingcheng.platform.intake.ImportResponse;
import cn.qingcheng.platform.intake.Importer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue: public to read, kept by officers. */
@Path("/platform/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue", description = "The city's innovation platforms.")
public class PlatformResource {

    /** Caches may keep an answer, but ask whether it still holds: that costs one row here. */
    private static final String REVALIDATE = "public, no-cache";

    private final PlatformService service;
    private final PlatformIntake intake;
    private final Importer importer;

    PlatformResource(PlatformService service, PlatformIntake intake, Importer importer) {
        this.service = service;
        this.intake = intake;
        this.importer = importer;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Search the platforms, with the counts of every way to narrow the search",
            description =
                    "The best fit first. Send the ETag back as If-None-Match: 304 as long as nothing has changed.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = PlatformPage.class)))
    @APIResponse(responseCode = "304", description = "Not changed since that ETag")
    public Response search(@BeanParam PlatformFilter filter, @BeanParam PageQuery page, @Context Request request) {
        EntityTag tag = new EntityTag(service.searchTag());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known == null ? Response.ok(service.search(filter, page)) : known;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "One platform")
    @APIResponse(
            responseCode = "200",
            description = "The platform",
            content = @Content(schema = @Schema(implementation = PlatformResponse.class)))
    @APIResponse(responseCode = "304", description = "Not changed since that ETag")
    public Response get(@PathParam("id") UUID id, @Context Request request) {
        Versioned found = service.get(id);
        EntityTag tag = ETags.of(found.version());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(found.platform()) : known)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.PLATFORM_OFFICER)
    @Operation(summary = "Change some fields of a platform, by JSON Merge Patch")
    @APIResponse(
            responseCode = "200",
            description = "The platform after the change",
            content = @Content(schema = @Schema(implementation = PlatformResponse.class)))
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PlatformDetails.class))) JsonNode patch) {
        Versioned edited = service.edit(id, ifMatch, patch);
        return Response.ok(edited.platform()).tag(ETags.of(edited.version())).build();
    }

    @POST
    @Path("/imports")
    @Consumes(Ndjson.MEDIA_TYPE)
    @RolesAllowed(Roles.PLATFORM_OFFICER)
    @Operation(
            summary = "Import platforms, one JSON object a line",
            description = "Read as a stream. A wrong row is rejected with all its errors and stops no other; a platform"
                    + " that is there already is changed to what its row says. Sending a file again changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public Response importAll(
            @RequestBody(
                            description = "Lines of PlatformRow",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Ndjson.MEDIA_TYPE,
                                            schema = @Schema(implementation = PlatformRow.class)))
                    InputStream rows) {
        ImportResponse done = importer.run(intake, rows);
        return Response.created(URI.create(ImportResource.PATH + "/" + done.id()))
                .entity(done)
                .build();
    }
}
