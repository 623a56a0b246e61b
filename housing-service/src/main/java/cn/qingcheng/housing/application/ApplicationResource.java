package cn.qingcheng.housing.application;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/housing/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "application")
public class ApplicationResource {

    private final ApplicationQueryService queries;

    ApplicationResource(ApplicationQueryService queries) {
        this.queries = queries;
    }

    @GET
    @RolesAllowed({Roles.HOUSING_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Applications by round and state, without names")
    public Page<ApplicationSummaryResponse> search(
            @Parameter(description = "Id of the round.") @QueryParam("roundId") @Nullable UUID roundId,
            @Parameter(description = "State of the application.") @QueryParam("status") @Nullable
                    ApplicationStatus status,
            @BeanParam PageQuery page) {
        return queries.search(roundId, status, page);
    }
}
