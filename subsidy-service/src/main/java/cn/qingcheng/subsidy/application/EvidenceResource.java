package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence as officers read it. */
@Path("/subsidy/v1/applications/{id}/evidence/{kind}")
@Tag(name = "evidence", description = "Files that prove what an application says")
public class EvidenceResource {
    @Inject
    EvidenceService evidence;

    @GET
    @RolesAllowed({Roles.SUBSIDY_REVIEWER, Roles.SUBSIDY_APPROVER, Roles.AUDITOR})
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    @Operation(summary = "Hands an officer a piece of evidence; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response download(
            @PathParam("id") UUID id, @Parameter(example = "LEASE_CONTRACT") @PathParam("kind") String kind) {
        EvidenceService.Download download = evidence.download(id, kind);
        return Response.ok(download.file(), download.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + kind + "\"")
                .build();
    }
}
