package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.bulk.Ndjson;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.standard.CreditCode;
import cn.qingcheng.platform.intake.ImportResource;
import cn.qingcheng.platform.intake.ImportResponse;
import cn.qingcheng.platform.intake.Importer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
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
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Projects of institutions with enterprises. */
@Path("/platform/v1/cooperation-projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cooperation", description = "Institutions and their projects with enterprises.")
public class CooperationProjectResource {

    private final CooperationService service;
    private final CooperationProjectIntake intake;
    private final Importer importer;

    CooperationProjectResource(CooperationService service, CooperationProjectIntake intake, Importer importer) {
        this.service = service;
        this.intake = intake;
        this.importer = importer;
    }

    @GET
    @RolesAllowed({Roles.PLATFORM_OFFICER, Roles.PLATFORM_OPERATOR, Roles.AUDITOR})
    @Operation(summary = "The cooperation projects, by code")
    public Page<CooperationProjectResponse> list(
            @Parameter(description = "Only projects of the institution with this code.", example = "90001")
                    @QueryParam("institution")
                    @Nullable
                    @Pattern(regexp = "[0-9]{5}")
                    String institution,
            @Parameter(
                            description = "Only projects with the enterprise of this unified social credit code.",
                            example = "91150102MA0TE5T084")
                    @QueryParam("enterprise")
                    @Nullable
                    @CreditCode
                    String enterprise,
            @BeanParam PageQuery page) {
        return service.projects(institution, enterprise, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PLATFORM_OFFICER, Roles.PLATFORM_OPERATOR, Roles.AUDITOR})
    @Operation(summary = "One cooperation project")
    public CooperationProjectResponse get(@PathParam("id") UUID id) {
        return service.project(id);
    }

    @POST
    @Path("/imports")
    @Consumes(Ndjson.MEDIA_TYPE)
    @RolesAllowed(Roles.PLATFORM_OFFICER)
    @Operation(
            summary = "Import cooperation projects, one JSON object a line",
            description = "Read as a stream; a project that is there already is changed to what its row says.")
    @APIResponse(
            responseCode = "201",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public Response importAll(
            @RequestBody(
                            description = "Lines of CooperationProjectRow",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Ndjson.MEDIA_TYPE,
                                            schema = @Schema(implementation = CooperationProjectRow.class)))
                    InputStream rows) {
        ImportResponse done = importer.run(intake, rows);
        return Response.created(URI.create(ImportResource.PATH + "/" + done.id()))
                .entity(done)
                .build();
    }
}
