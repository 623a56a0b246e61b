package cn.qingcheng.platform.intake;

import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of an import, whatever it brought. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "Bulk imports and what became of each of their rows.")
public class ImportResource {

    /** Where imports are found. */
    public static final String PATH = "/platform/v1/imports";

    private final ImportService service;

    ImportResource(ImportService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PLATFORM_OFFICER, Roles.AUDITOR})
    @Operation(summary = "An import: how far it is, and its counts by outcome")
    public ImportResponse get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @GET
    @Path("/{id}/results")
    @RolesAllowed({Roles.PLATFORM_OFFICER, Roles.AUDITOR})
    @Operation(summary = "What became of each row, with all errors of each")
    public Page<RowResult> results(
            @PathParam("id") UUID id,
            @Parameter(description = "Only rows with this outcome.") @QueryParam("outcome") @Nullable
                    RowOutcome outcome,
            @BeanParam PageQuery page) {
        return service.results(id, outcome, page);
    }
}
