package cn.qingcheng.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("/decisions/{id}")
public class SampleDecisionResource {
    @Inject
    AuditTrail audit;

    @POST
    @RolesAllowed("subsidy-approver")
    public void decide(@PathParam("id") String id) {
        QuarkusTransaction.requiringNew().run(() -> audit.record("SAMPLE_DECIDED", "sample", id, "as the rule says"));
    }
}
