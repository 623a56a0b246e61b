package cn.qingcheng.housing.draw;

import cn.qingcheng.housing.round.RoundResponse;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/housing/v1/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draw")
public class DrawResource {

    private final CommitListService list;
    private final DrawService service;
    private final ProofService proofs;

    DrawResource(CommitListService list, DrawService service, ProofService proofs) {
        this.list = list;
        this.service = service;
        this.proofs = proofs;
    }

    @POST
    @Path("/{id}/commit-list")
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent
    @Operation(summary = "Freeze the list of a closed round and publish its digest")
    public RoundResponse commitList(@PathParam("id") UUID id) {
        return RoundResponse.from(list.commit(id));
    }

    @POST
    @Path("/{id}/entropy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent
    @Operation(
            summary = "Enter what the announced source gave",
            description = "One officer enters it, a second one enters the same; until then it counts for nothing.")
    public DrawResponse enterEntropy(@PathParam("id") UUID id, @NotNull @Valid EnterEntropyRequest request) {
        return DrawResponse.from(id, service.enterEntropy(id, request.entropy()));
    }

    @POST
    @Path("/{id}/draw")
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent(required = true)
    @Operation(summary = "Draw: order the tickets and allocate the units")
    public DrawResponse draw(@PathParam("id") UUID id) {
        return DrawResponse.from(id, service.draw(id));
    }

    @POST
    @Path("/{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HOUSING_OFFICER)
    @Idempotent(required = true)
    @Operation(
            summary = "Set an unpublished draw aside, with the reason",
            description = "It stays in the proof for ever; the next draw needs new entropy.")
    public DrawResponse voidDraw(@PathParam("id") UUID id, @NotNull @Valid VoidDrawRequest request) {
        return DrawResponse.from(id, service.voidDraw(id, request.reason()));
    }

    @GET
    @Path("/{id}/proof")
    @PermitAll
    @Operation(
            summary = "Everything to recompute the round",
            description = "Check it with: java deploy/VerifyLottery.java proof.json")
    public ProofResponse proof(@PathParam("id") UUID id) {
        return proofs.proof(id);
    }
}
