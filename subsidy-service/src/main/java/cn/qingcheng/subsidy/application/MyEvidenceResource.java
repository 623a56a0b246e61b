package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.subsidy.evidence.EvidenceResponse;
import cn.qingcheng.subsidy.evidence.EvidenceStore;
import cn.qingcheng.subsidy.evidence.StoredFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** My evidence, streamed in. */
@Path("/subsidy/v1/me/applications/{id}/evidence/{kind}")
@Tag(name = "evidence", description = "Files that prove what an application says")
public class MyEvidenceResource {
    @Inject
    EvidenceService evidence;

    @Inject
    EvidenceStore store;

    @Inject
    Caller caller;

    @PUT
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
    public EvidenceResponse upload(
            @PathParam("id") UUID id,
            @Parameter(example = "LEASE_CONTRACT") @PathParam("kind") String kind,
            InputStream content) {
        evidence.mayUpload(id, kind, caller.accountId());
        StoredFile file = store.store(id, content);
        return evidence.record(id, kind, file, caller.accountId());
    }
}
