package cn.qingcheng.subsidy.policy;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
import jakarta.annotation.security.PermitAll;
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

/** The catalogue of schemes. */
@Path("/subsidy/v1/schemes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policy", description = "Schemes and their dated versions")
public class SchemeResource {
    @Inject
    PolicyService policies;

    @Inject
    Caller caller;

    @GET
    @PermitAll
    @Operation(summary = "Lists the schemes in force")
    public Page<SchemeResponse> list(@BeanParam PageQuery page) {
        return policies.inForce(page);
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(summary = "Shows a scheme as it is in force")
    public SchemeResponse show(@Parameter(example = "rent-subsidy") @PathParam("code") String code) {
        return policies.inForce(code);
    }

    @GET
    @Path("/{code}/versions/{number}")
    @RolesAllowed({Roles.SUBSIDY_APPROVER, Roles.SUBSIDY_REVIEWER, Roles.AUDITOR})
    @Operation(summary = "Shows one version of a scheme, a draft or an old one too")
    @APIResponseSchema(value = SchemeResponse.class, responseCode = "200", responseDescription = "The version")
    public Response version(
            @Parameter(example = "rent-subsidy") @PathParam("code") String code,
            @Parameter(example = "1") @PathParam("number") int number) {
        return answer(Response.ok(), policies.version(code, number));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_APPROVER)
    @Operation(summary = "Drafts a scheme with its first version")
    @APIResponseSchema(value = SchemeResponse.class, responseCode = "201", responseDescription = "Drafted")
    public Response create(@NotNull @Valid CreateSchemeRequest request) {
        return created(policies.create(request, caller.accountId()));
    }

    @POST
    @Path("/{code}/versions")
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_APPROVER)
    @Operation(summary = "Drafts the next version of a scheme")
    @APIResponseSchema(value = SchemeResponse.class, responseCode = "201", responseDescription = "Drafted")
    public Response draftVersion(
            @Parameter(example = "rent-subsidy") @PathParam("code") String code,
            @NotNull @Valid CreateSchemeRequest request) {
        return created(policies.draftVersion(code, request, caller.accountId()));
    }

    @POST
    @Path("/{code}/versions/{number}/put-in-force")
    @Idempotent
    @RolesAllowed({Roles.SUBSIDY_APPROVER, Roles.SUBSIDY_REVIEWER})
    @Operation(summary = "Puts a version in force; its drafter cannot")
    @APIResponseSchema(
            value = SchemeResponse.class,
            responseCode = "200",
            responseDescription = "In force; the former version is superseded")
    public Response putInForce(
            @Parameter(example = "rent-subsidy") @PathParam("code") String code,
            @Parameter(example = "1") @PathParam("number") int number) {
        return answer(Response.ok(), policies.putInForce(code, number, caller.accountId()));
    }

    private static Response created(SchemeResponse scheme) {
        return answer(
                Response.created(URI.create("/subsidy/v1/schemes/" + scheme.code() + "/versions/" + scheme.version())),
                scheme);
    }

    private static Response answer(Response.ResponseBuilder response, SchemeResponse scheme) {
        return response.entity(scheme).tag(ETags.of(scheme.entityVersion())).build();
    }
}
