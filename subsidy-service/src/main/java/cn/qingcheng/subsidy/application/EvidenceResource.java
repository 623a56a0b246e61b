package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence in and out, streamed. */
@Path("/subsidy/v1")
@Tag(name = "evidence", description = "Files that prove what an application says")
public class EvidenceResource {
    @Inject
    EvidenceService evidence;

    @Inject
    EvidenceStore store;

    @Inject
    Caller caller;

    @PUT
    @Path("/me/applications/{id}/evidence/{kind}")
    @RolesAllowed(Roles.TALENT)
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "application/pdf", "image/png", "image/jpeg"})
    @Operation(
            summary = "Uploads my evidence of one kind, in place of what was there",
            description = "PDF, PNG or JPEG by its content, whatever it is called; at most 10 MiB.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public EvidenceResponse upload(@PathParam("id") UUID id, @PathParam("kind") String kind, InputStream content) {
        evidence.mayUpload(id, kind, caller.accountId());
        StoredFile file = store.store(id, content);
        return evidence.record(id, kind, file, caller.accountId());
    }

    @GET
    @Path("/applications/{id}/evidence/{kind}")
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
    public Response download(@PathParam("id") UUID id, @PathParam("kind") String kind) {
        EvidenceService.Download download = evidence.download(id, kind);
        return Response.ok(download.file(), download.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + kind + "\"")
                .build();
    }
}
