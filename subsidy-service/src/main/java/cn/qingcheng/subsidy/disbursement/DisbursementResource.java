package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Batches from draft to bank. */
@Path("/subsidy/v1/disbursement-batches")
@RolesAllowed(Roles.SUBSIDY_FINANCE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disbursement", description = "Paying due instalments through the bank")
public class DisbursementResource {
    @Inject
    DisbursementService disbursement;

    @Inject
    DisbursementListService lists;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
    @Operation(summary = "Lists batches, oldest first")
    public Page<BatchResponse> list(@BeanParam PageQuery page) {
        return lists.batches(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
    @Operation(summary = "Shows a batch with its control totals")
    @APIResponseSchema(value = BatchResponse.class, responseCode = "200", responseDescription = "The batch")
    public Response show(@PathParam("id") UUID id) {
        return answer(Response.ok(), lists.batch(id));
    }

    @POST
    @Idempotent(required = true)
    @Operation(
            summary = "Builds a batch of all due instalments of a month",
            description = "A month is due from its first day in the city. No instalment is in two batches.")
    @APIResponseSchema(value = BatchResponse.class, responseCode = "201", responseDescription = "Built")
    public Response build(@NotNull @Valid BuildBatchRequest request) {
        BatchResponse batch = disbursement.build(request, caller.accountId());
        return answer(Response.created(URI.create("/subsidy/v1/disbursement-batches/" + batch.id())), batch);
    }

    @POST
    @Path("/{id}/lock")
    @Idempotent
    @Operation(summary = "Locks a batch for approval")
    @APIResponseSchema(value = BatchResponse.class, responseCode = "200", responseDescription = "Locked")
    public Response lock(@PathParam("id") UUID id) {
        return answer(Response.ok(), disbursement.lock(id, caller.accountId()));
    }

    @POST
    @Path("/{id}/approve")
    @Idempotent(required = true)
    @Operation(summary = "Approves a batch and sets its money aside; its builder cannot")
    @APIResponseSchema(
            value = BatchResponse.class,
            responseCode = "200",
            responseDescription = "Approved, funds reserved")
    public Response approve(@PathParam("id") UUID id) {
        return answer(Response.ok(), disbursement.approve(id, caller.accountId()));
    }

    @POST
    @Path("/{id}/send")
    @Idempotent(required = true)
    @Operation(summary = "Writes the bank file")
    @APIResponseSchema(value = BatchResponse.class, responseCode = "200", responseDescription = "Sent")
    public Response send(@PathParam("id") UUID id) {
        return answer(Response.ok(), disbursement.send(id, caller.accountId()));
    }

    private static Response answer(Response.ResponseBuilder response, BatchResponse batch) {
        return response.entity(batch).tag(ETags.of(batch.entityVersion())).build();
    }
}
