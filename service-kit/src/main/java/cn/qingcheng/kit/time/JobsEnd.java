package cn.qingcheng.kit.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Starts no job any more once the service stops: what jobs need is closed before they are. */
@ApplicationScoped
class JobsEnd {
    private final Scheduler scheduler;

    @Inject
    JobsEnd(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        scheduler.pause();
    }
}
