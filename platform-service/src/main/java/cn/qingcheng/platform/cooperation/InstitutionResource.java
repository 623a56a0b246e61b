package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.bulk.Ndjson;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.platform.intake.ImportResource;
import cn.qingcheng.platform.intake.ImportResponse;
import cn.qingcheng.platform.intake.Importer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Universities and institutes. */
@Path("/platform/v1/institutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cooperation", description = "Institutions and their projects with enterprises.")
public class InstitutionResource {

    private final CooperationService service;
    private final InstitutionIntake intake;
    private final Importer importer;

    InstitutionResource(CooperationService service, InstitutionIntake intake, Importer importer) {
        this.service = service;
        this.intake = intake;
        this.importer = importer;
    }

    @GET
    @PermitAll
    @Operation(summary = "The institutions, by code, with how many projects each has")
    public Page<InstitutionResponse> list(@BeanParam PageQuery page) {
        return service.institutions(page);
    }

    @POST
    @Path("/imports")
    @Consumes(Ndjson.MEDIA_TYPE)
    @RolesAllowed(Roles.PLATFORM_OFFICER)
    @Operation(
            summary = "Import institutions, one JSON object a line",
            description = "Read as a stream; an institution that is there already is changed to what its row says.")
    @APIResponse(
            responseCode = "201",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public Response importAll(
            @RequestBody(
                            description = "Lines of InstitutionRow",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Ndjson.MEDIA_TYPE,
                                            schema = @Schema(implementation = InstitutionRow.class)))
                    InputStream rows) {
        ImportResponse done = importer.run(intake, rows);
        return Response.created(URI.create(ImportResource.PATH + "/" + done.id()))
                .entity(done)
                .build();
    }
}
