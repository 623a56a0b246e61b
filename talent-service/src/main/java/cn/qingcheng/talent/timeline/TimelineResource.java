package cn.qingcheng.talent.timeline;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own journey. */
@Path("/talent/v1/me/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class TimelineResource {

    private final TimelineService service;
    private final Caller caller;

    TimelineResource(TimelineService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.TALENT)
    @Operation(
            summary = "One's own journey through all services",
            description = "In the order it happened, in the language of Accept-Language. Events of other services"
                    + " arrive within moments.")
    @APIResponse(responseCode = "200", description = "Steps, the oldest first")
    @APIResponse(
            responseCode = "404",
            description = "NOT_CLAIMED",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Page<TimelineResponse> mine(@BeanParam PageQuery page) {
        return service.ofAccount(caller.accountId(), page);
    }
}
