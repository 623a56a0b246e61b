package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes an application's last step known: to the other services, and to the record of who decided what. */
@ApplicationScoped
public class ApplicationJournal {
    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    public void tell(Application application) {
        StatusChange last = application.history().get(application.history().size() - 1);
        ApplicationMoved.lastStepOf(application).ifPresent(outbox::append);
        audit.record(
                "APPLICATION_" + last.toStatus().name(),
                "application",
                application.id().toString(),
                last.reason());
    }
}
