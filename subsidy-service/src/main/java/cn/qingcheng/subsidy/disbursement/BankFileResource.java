package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What goes to the bank. */
@Path("/subsidy/v1/disbursement-batches/{id}/bank-file")
@RolesAllowed(Roles.SUBSIDY_FINANCE)
@Tag(name = "disbursement", description = "Paying due instalments through the bank")
public class BankFileResource {
    private static final String CSV = "text/csv";

    @Inject
    DisbursementService disbursement;

    @GET
    @Produces(CSV)
    @Operation(
            summary = "Hands out the bank file; the reading is recorded",
            description = "Its SHA-256 is in the Repr-Digest header (RFC 9530) and in the batch.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "paymentNumber,accountName,accountNumber,bankCode,amount,currency,purpose"))
    public Response bankFile(@PathParam("id") UUID id) {
        DisbursementService.WrittenFile file = disbursement.bankFile(id);
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.digest()));
        return Response.ok(file.path(), CSV)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
