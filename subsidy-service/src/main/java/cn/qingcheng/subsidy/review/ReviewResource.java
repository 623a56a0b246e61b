package cn.qingcheng.subsidy.review;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
import cn.qingcheng.subsidy.application.ApplicationResponse;
import cn.qingcheng.subsidy.application.ApplicationStatus;
import cn.qingcheng.subsidy.application.ApplicationSummary;
import cn.qingcheng.subsidy.application.ReasonRequest;
import cn.qingcheng.subsidy.application.RemarkRequest;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The officers' desk. */
@Path("/subsidy/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "review", description = "What officers decide")
public class ReviewResource {
    @Inject
    ReviewService reviews;

    @GET
    @RolesAllowed({Roles.SUBSIDY_REVIEWER, Roles.SUBSIDY_APPROVER, Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
    @Operation(summary = "Lists applications, oldest first, all or those in one state")
    public Page<ApplicationSummary> list(
            @QueryParam("status") @Nullable ApplicationStatus status, @BeanParam PageQuery page) {
        return reviews.list(status, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SUBSIDY_REVIEWER, Roles.SUBSIDY_APPROVER, Roles.SUBSIDY_FINANCE, Roles.AUDITOR})
    @Operation(summary = "Shows an application with its decisions and the facts they stood on")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "The application")
    public Response show(@PathParam("id") UUID id) {
        return answer(reviews.show(id));
    }

    @POST
    @Path("/{id}/accept")
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_REVIEWER)
    @Operation(summary = "Accepts a submitted application for review")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Accepted")
    public Response accept(@PathParam("id") UUID id) {
        return answer(reviews.accept(id));
    }

    @POST
    @Path("/{id}/start-review")
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_REVIEWER)
    @Operation(summary = "Starts the review")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Under review")
    public Response startReview(@PathParam("id") UUID id) {
        return answer(reviews.startReview(id));
    }

    @POST
    @Path("/{id}/pass-review")
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_REVIEWER)
    @Operation(summary = "Passes the review")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Passed")
    public Response passReview(
            @PathParam("id") UUID id, @RequestBody(required = false) @Valid @Nullable RemarkRequest request) {
        return answer(reviews.passReview(id, remark(request)));
    }

    @POST
    @Path("/{id}/return")
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_REVIEWER)
    @Operation(summary = "Returns an application to be corrected, with the reason")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Returned")
    public Response returnForCorrection(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return answer(reviews.returnForCorrection(id, request.reason()));
    }

    @POST
    @Path("/{id}/reject")
    @Idempotent
    @RolesAllowed({Roles.SUBSIDY_REVIEWER, Roles.SUBSIDY_APPROVER})
    @Operation(summary = "Rejects an application in the step it stands in, with the reason")
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "200", responseDescription = "Rejected")
    public Response reject(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return answer(reviews.reject(id, request.reason()));
    }

    @POST
    @Path("/{id}/approve")
    @Idempotent
    @RolesAllowed(Roles.SUBSIDY_APPROVER)
    @Operation(
            summary = "Approves an application, whereupon it is published",
            description = "Every rule is checked again. Whoever had a hand in the application before cannot approve.")
    @APIResponseSchema(
            value = ApplicationResponse.class,
            responseCode = "200",
            responseDescription = "Approved and published")
    public Response approve(
            @PathParam("id") UUID id, @RequestBody(required = false) @Valid @Nullable RemarkRequest request) {
        return answer(reviews.approve(id, remark(request)));
    }

    private static @Nullable String remark(@Nullable RemarkRequest request) {
        return request == null ? null : request.reason();
    }

    private static Response answer(ApplicationResponse application) {
        return Response.ok(application)
                .tag(ETags.of(application.entityVersion()))
                .build();
    }
}
