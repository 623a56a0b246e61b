package cn.qingcheng.talent.sync;

import cn.qingcheng.kit.bulk.Ndjson;
import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.StandardProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Uploads of universities; each university sees its own. */
@Path("/talent/v1/sync/batches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.UNIVERSITY)
@Tag(name = "University sync", description = "Partner universities send their graduates in bulk.")
class SyncResource {

    private final SyncService service;
    private final ResultStream resultStream;
    private final Caller caller;

    SyncResource(SyncService service, ResultStream resultStream, Caller caller) {
        this.service = service;
        this.resultStream = resultStream;
        this.caller = caller;
    }

    @POST
    @Consumes(Ndjson.MEDIA_TYPE)
    @Operation(
            summary = "Send graduates, one JSON object per line",
            description =
                    "Streamed, of any length; a wrong row does not stop the others. Sending the same rows again is"
                            + " safe: a record is known by the university's externalId and sourceVersion.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Ndjson.MEDIA_TYPE,
                            schema = @Schema(implementation = GraduateRow.class),
                            examples = @ExampleObject(name = "row", value = """
                                                    {"externalId":"S000001","sourceVersion":1,"name":"王青城",\
                                                    "idNumber":"150105199903071231","householdRegion":"150105",\
                                                    "educationLevel":"21","degree":"408","graduatedOn":"2026-06-30",\
                                                    "certificateNumber":"900012026210000001"}""")))
    @APIResponse(
            responseCode = "201",
            description = "All rows have their result",
            content = @Content(schema = @Schema(implementation = BatchResponse.class)))
    public Response upload(InputStream rows, UriInfo uri) {
        BatchResponse batch = service.receive(university(), rows);
        return Response.created(
                        uri.getRequestUriBuilder().path(batch.id().toString()).build())
                .entity(batch)
                .build();
    }

    @GET
    @Operation(summary = "The university's uploads", description = "The newest first; a broken one is found here too.")
    @APIResponse(responseCode = "200", description = "A page of uploads")
    public Page<BatchResponse> list(@BeanParam PageQuery page) {
        return service.list(university(), page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far an upload has come")
    @APIResponse(responseCode = "200", description = "The upload")
    public BatchResponse show(@PathParam("id") UUID id) {
        return service.show(id, university());
    }

    @GET
    @Path("/{id}/results")
    @Operation(
            summary = "What became of each row",
            description = "A page as JSON; with Accept: application/x-ndjson all results, streamed, one per line.")
    @APIResponse(responseCode = "200", description = "Results in the order of the rows")
    public Page<ResultResponse> results(
            @PathParam("id") UUID id,
            @Parameter(description = "Only rows of this outcome") @QueryParam("outcome") @Nullable RowOutcome outcome,
            @BeanParam PageQuery page) {
        return service.results(id, university(), outcome, page);
    }

    @GET
    @Path("/{id}/results")
    @Produces(Ndjson.MEDIA_TYPE + ";qs=0.5")
    @Operation(hidden = true)
    public StreamingOutput allResults(@PathParam("id") UUID id, @QueryParam("outcome") @Nullable RowOutcome outcome) {
        return resultStream.of(id, university(), outcome);
    }

    private String university() {
        return caller.university().orElseThrow(() -> new ProblemException(StandardProblem.FORBIDDEN));
    }
}
