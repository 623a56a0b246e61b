package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Single payments. */
@Path("/subsidy/v1/payments")
@RolesAllowed({Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
@Tag(name = "disbursement", description = "Paying due instalments through the bank")
public class PaymentResource {
    @Inject
    DisbursementListService lists;

    @GET
    @Operation(summary = "Lists payments, oldest first, all or those of one batch or state")
    public Page<PaymentResponse> list(
            @QueryParam("batchId") @Nullable UUID batchId,
            @QueryParam("status") @Nullable PaymentStatus status,
            @BeanParam PageQuery page) {
        return lists.payments(batchId, status, page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a payment")
    public PaymentResponse show(@PathParam("id") UUID id) {
        return lists.payment(id);
    }
}
