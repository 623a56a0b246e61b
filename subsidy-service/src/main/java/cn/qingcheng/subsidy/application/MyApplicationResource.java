package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
import cn.qingcheng.kit.precondition.MergePatch;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** My own applications. */
@Path("/subsidy/v1/me/applications")
@RolesAllowed(Roles.TALENT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "my applications", description = "What an applicant does")
public class MyApplicationResource {
    @Inject
    ApplicationService applications;

    @Inject
    Caller caller;

    @GET
    @Operation(summary = "Lists my applications, oldest first")
    public Page<ApplicationSummary> list(@BeanParam PageQuery page) {
        return applications.list(page, caller.accountId());
    }

    @POST
    @Idempotent
    @Operation(summary = "Drafts an application for a scheme in force")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "201", responseDescription = "Drafted")
    public Response create(@NotNull @Valid CreateApplicationRequest request) {
        ApplicationResponse application = applications.create(request, caller.accountId());
        URI location = URI.create("/subsidy/v1/me/applications/" + application.id());
        return answer(Response.created(location), application);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows my application with its history, instalments and reasons")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "The application")
    public Response show(@PathParam("id") UUID id) {
        return answer(Response.ok(), applications.show(id, caller.accountId()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Edits my draft, or what was returned to me")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = EditApplicationRequest.class)))
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Edited")
    public Response edit(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode patch) {
        return answer(Response.ok(), applications.edit(id, ifMatch, patch, caller.accountId()));
    }

    @POST
    @Path("/{id}/submit")
    @Idempotent
    @Operation(summary = "Hands my application in, for the first time or corrected")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Handed in")
    public Response submit(@PathParam("id") UUID id) {
        return answer(Response.ok(), applications.submit(id, caller.accountId()));
    }

    @POST
    @Path("/{id}/correct-payee")
    @Idempotent(required = true)
    @Operation(summary = "Gives another account after the bank returned a payment of mine; it is then paid again")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Taken over")
    public Response correctPayee(@PathParam("id") UUID id, @NotNull @Valid CorrectPayeeRequest request) {
        return answer(Response.ok(), applications.correctPayee(id, request, caller.accountId()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Idempotent
    @Operation(summary = "Withdraws my application")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Withdrawn")
    public Response withdraw(
            @PathParam("id") UUID id, @RequestBody(required = false) @Valid @Nullable RemarkRequest request) {
        return answer(
                Response.ok(),
                applications.withdraw(id, request == null ? null : request.reason(), caller.accountId()));
    }

    private static Response answer(Response.ResponseBuilder response, ApplicationResponse application) {
        return response.entity(application)
                .tag(ETags.of(application.entityVersion()))
                .build();
    }
}
