package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the bank returns. */
@Path("/subsidy/v1/disbursement-batches/{id}/returns")
@RolesAllowed(Roles.SUBSIDY_FINANCE)
@Tag(name = "disbursement", description = "Paying due instalments through the bank")
public class BankReturnResource {
    private static final String CSV = "text/csv";

    @Inject
    DisbursementListService lists;

    @Inject
    BankReturnService returns;

    @Inject
    Caller caller;

    @POST
    @Consumes(CSV)
    @Idempotent(required = true)
    @Operation(
            summary = "Takes in a return file of the bank, any number of times with one effect",
            description = "Columns paymentNumber,amount,result,reasonCode,settledOn with result SETTLED or RETURNED."
                    + " Lines that name no payment, contradict what is known or cannot be read are kept for a human.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = CSV,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples =
                                                    "paymentNumber,amount,result,reasonCode,settledOn\nQP-2026-000001,1500.00,SETTLED,,2026-10-12\n")))
    public BankReturnResponse take(@PathParam("id") UUID id, InputStream content) {
        try {
            return returns.take(id, content.readNBytes(ReturnFile.MAX_BYTES + 1), caller.accountId());
        } catch (IOException broken) {
            throw new UncheckedIOException("the upload broke off", broken);
        }
    }

    @GET
    @Path("/lines")
    @RolesAllowed({Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
    @Operation(summary = "Lists the bank's lines with what became of them, all or those of one outcome")
    public Page<ReturnLineResponse> lines(
            @PathParam("id") UUID id, @QueryParam("outcome") @Nullable LineOutcome outcome, @BeanParam PageQuery page) {
        return lists.returnLines(id, outcome, page);
    }
}
