package cn.qingcheng.subsidy.budget;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budget lines and their ledger. */
@Path("/subsidy/v1/budget-lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "budget", description = "Budget lines and their double-entry ledger")
public class BudgetLineResource {
    @Inject
    BudgetService budget;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_FINANCE)
    @Operation(summary = "Opens a budget line with empty accounts")
    @APIResponseSchema(value = BudgetLineResponse.class, responseCode = "201", responseDescription = "Opened")
    public Response open(@NotNull @Valid OpenBudgetLineRequest request) {
        BudgetLineResponse line = budget.open(request, caller.accountId());
        return Response.created(statementOf(line.code())).entity(line).build();
    }

    @POST
    @Path("/{code}/appropriations")
    @Idempotent(required = true)
    @RolesAllowed(Roles.SUBSIDY_FINANCE)
    @Operation(summary = "Gives money to a line by a decision")
    @APIResponseSchema(
            value = StatementResponse.class,
            responseCode = "201",
            responseDescription = "Given; the statement after it")
    public Response appropriate(
            @Parameter(example = "talent-housing-2026") @PathParam("code") String code,
            @NotNull @Valid AppropriateRequest request) {
        StatementResponse statement = budget.appropriate(code, request, caller.accountId());
        return Response.created(statementOf(code)).entity(statement).build();
    }

    @GET
    @Path("/{code}/statement")
    @RolesAllowed({Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
    @Operation(summary = "Says where each fen of a line stands")
    public StatementResponse statement(@Parameter(example = "talent-housing-2026") @PathParam("code") String code) {
        return budget.statement(code);
    }

    @GET
    @Path("/{code}/transactions")
    @RolesAllowed({Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
    @Operation(summary = "Lists a line's movements, oldest first")
    public Page<LedgerTransactionResponse> transactions(
            @Parameter(example = "talent-housing-2026") @PathParam("code") String code, @BeanParam PageQuery page) {
        return budget.transactions(code, page);
    }

    private static URI statementOf(String code) {
        return URI.create("/subsidy/v1/budget-lines/" + code + "/statement");
    }
}
