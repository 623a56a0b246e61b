package cn.qingcheng.housing.intake;

import cn.qingcheng.kit.bulk.Ndjson;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
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
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/housing/v1/units/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "intake")
public class UnitImportResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final int ROWS_PER_TRANSACTION = 500;

    private final UnitImportService service;
    private final Ndjson ndjson;

    UnitImportResource(UnitImportService service, Ndjson ndjson) {
        this.service = service;
        this.ndjson = ndjson;
    }

    @POST
    @Consumes(NDJSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Operation(
            summary = "Import units, one JSON object a line",
            description =
                    "Read as a stream. A wrong row is rejected with all its errors and stops no other; a unit that"
                            + " is there already is corrected as long as it was not released. Sending a file again changes nothing.")
    @APIResponseSchema(
            value = ImportResponse.class,
            responseCode = "201",
            responseDescription = "Created; Location says where")
    public RestResponse<ImportResponse> create(
            @RequestBody(
                            description = "Lines of UnitRow",
                            required = true,
                            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = UnitRow.class)))
                    InputStream rows) {
        UUID id = service.begin();
        ImportStatus how = ImportStatus.INTERRUPTED;
        UnitImport done;
        try {
            ndjson.read(rows, UnitRow.class, ROWS_PER_TRANSACTION, chunk -> service.take(id, chunk));
            how = ImportStatus.FINISHED;
        } finally {
            done = service.end(id, how);
        }
        return RestResponse.ResponseBuilder.<ImportResponse>created(URI.create("/housing/v1/units/imports/" + id))
                .tag(ETags.of(done.version()))
                .entity(ImportResponse.from(done))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.HOUSING_OFFICER, Roles.AUDITOR})
    @Operation(summary = "An import: how far it is, and its counts by outcome")
    public ImportResponse get(@PathParam("id") UUID id) {
        return ImportResponse.from(service.get(id));
    }

    @GET
    @Path("/{id}/results")
    @RolesAllowed({Roles.HOUSING_OFFICER, Roles.AUDITOR})
    @Operation(summary = "What became of each row, with all errors of each")
    public Page<RowResult> results(
            @PathParam("id") UUID id,
            @Parameter(description = "Only rows with this outcome.") @QueryParam("outcome") @Nullable
                    RowOutcome outcome,
            @BeanParam PageQuery page) {
        return service.results(id, outcome, page);
    }
}
