package cn.qingcheng.kit.sample;

import cn.qingcheng.kit.bulk.Ndjson;
import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.caller.Roles;
import cn.qingcheng.kit.idempotency.Idempotent;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.precondition.ETags;
import cn.qingcheng.kit.precondition.MergePatch;
import cn.qingcheng.kit.problem.IllegalTransition;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/sample/v1/notes")
class NoteResource {

    @Inject
    NoteService service;

    @Inject
    Caller caller;

    @Inject
    Ndjson ndjson;

    @Inject
    NoteProbe probe;

    @POST
    @RolesAllowed(Roles.TALENT)
    @Idempotent
    @Operation(summary = "Write a note")
    public Response create(CreateNoteRequest request) throws InterruptedException {
        NoteResponse note = service.create(request);
        return Response.created(URI.create("/sample/v1/notes/" + note.id()))
                .tag(ETags.of(note.version()))
                .entity(note)
                .build();
    }

    @POST
    @Path("/open")
    @PermitAll
    @Idempotent
    public NoteResponse createByAnybody(CreateNoteRequest request) throws InterruptedException {
        return service.create(request);
    }

    @POST
    @Path("/paid")
    @RolesAllowed(Roles.TALENT)
    @Idempotent(required = true)
    public NoteResponse createPaid(CreateNoteRequest request) throws InterruptedException {
        return service.create(request);
    }

    @POST
    @Path("/lines")
    @Consumes(Ndjson.MEDIA_TYPE)
    @RolesAllowed(Roles.UNIVERSITY)
    @Idempotent
    public Map<Long, List<String>> lines(InputStream body) throws InterruptedException {
        Map<Long, List<String>> errors = new TreeMap<>();
        ndjson.read(
                body,
                CreateNoteRequest.class,
                2,
                rows -> rows.forEach(row -> errors.put(
                        row.number(),
                        row.errors().stream()
                                .map(error -> error.pointer() + " " + error.code())
                                .toList())));
        probe.pass();
        return errors;
    }

    @GET
    @PermitAll
    @Operation(summary = "List notes")
    public Page<NoteResponse> list(
            @BeanParam PageQuery page,
            @RestQuery CreateNoteRequest.@Nullable Kind kind,
            @RestQuery @Max(10) @Nullable Integer depth) {
        return service.list(page);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public Response get(UUID id) {
        NoteResponse note = service.get(id);
        return Response.ok(note).tag(ETags.of(note.version())).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.TALENT)
    public Response edit(UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        NoteResponse note = service.edit(id, ifMatch, patch);
        return Response.ok(note).tag(ETags.of(note.version())).build();
    }

    @POST
    @Path("/{id}/burn")
    @RolesAllowed({Roles.TALENT, Roles.AUDITOR})
    public List<String> burn(UUID id, @Nullable BurnNoteRequest request) {
        List<String> said = new ArrayList<>(List.of(caller.accountId()));
        if (request == null) {
            throw IllegalTransition.of(
                    CreateNoteRequest.Kind.DIARY, CreateNoteRequest.Kind.LETTER, List.of(CreateNoteRequest.Kind.DIARY));
        }
        said.add(request.reason());
        return said;
    }

    record BurnNoteRequest(String reason) {}

    @GET
    @Path("/whoami")
    @Authenticated
    public Map<String, Object> whoami() {
        return Map.of(
                "account", caller.accountId(),
                "roles", new TreeSet<>(caller.roles()),
                "isAuditor", caller.has(Roles.AUDITOR),
                "university", caller.university().orElse("none"),
                "employer", caller.employer().orElse("none"));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("secret 150105199903071231");
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "nobody should read this";
    }
}
