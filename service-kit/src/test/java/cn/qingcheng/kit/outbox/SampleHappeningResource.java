package cn.qingcheng.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("/happenings/{id}")
public class SampleHappeningResource {
    @Inject
    Outbox outbox;

    @POST
    @PermitAll
    public void happen(@PathParam("id") String id) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(SampleHappened.of(id, 1)));
    }
}
