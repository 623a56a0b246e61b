package cn.qingcheng.talent.claim;

import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own record. */
@Path("/talent/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.TALENT)
@Tag(name = "Me", description = "A person's own record and journey.")
class MeResource {

    private final ClaimService service;
    private final Caller caller;

    MeResource(ClaimService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("/claim")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Claim one's record",
            description = "ID number, name and certificate must belong to one record; which is wrong is not told."
                    + " After 5 wrong guesses within 24 hours, by the account or at the ID number, further ones are"
                    + " refused with 429. Repeating a right claim gives the same answer.")
    @APIResponse(responseCode = "200", description = "The record is the caller's")
    @APIResponse(
            responseCode = "409",
            description = "ACCOUNT_HAS_RECORD or CLAIMED_BY_ANOTHER",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "422",
            description = "CLAIM_NOT_MATCHED",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "429",
            description = "CLAIM_LOCKED",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public MeResponse claim(@NotNull @Valid ClaimRecordRequest request) {
        return service.claim(caller.accountId(), request);
    }

    @GET
    @Operation(summary = "One's own record, masked")
    @APIResponse(responseCode = "200", description = "The record")
    @APIResponse(
            responseCode = "404",
            description = "NOT_CLAIMED",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public MeResponse me() {
        return service.me(caller.accountId());
    }
}
