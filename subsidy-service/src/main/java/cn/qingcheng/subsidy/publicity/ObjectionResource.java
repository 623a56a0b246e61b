package cn.qingcheng.subsidy.publicity;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.subsidy.application.ReasonRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Objections as officers settle them. */
@Path("/subsidy/v1/objections")
@RolesAllowed(Roles.SUBSIDY_APPROVER)
@Tag(name = "publicity", description = "Published lists and objections to them")
public class ObjectionResource {
    @Inject
    ObjectionService objections;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "Lists objections of one state, with their contacts; the reading is recorded")
    public Page<ObjectionResponse> list(
            @QueryParam("status") @DefaultValue("OPEN") ObjectionStatus status, @BeanParam PageQuery page) {
        return objections.list(status, page);
    }

    @POST
    @Path("/{id}/dismiss")
    @Idempotent
    @Operation(summary = "Dismisses an objection with the reason; publicity goes on")
    public ObjectionResponse dismiss(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return objections.dismiss(id, request.reason(), caller.accountId());
    }

    @POST
    @Path("/{id}/uphold")
    @Idempotent
    @Operation(summary = "Upholds an objection with the reason; the application is rejected")
    public ObjectionResponse uphold(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return objections.uphold(id, request.reason(), caller.accountId());
    }
}
