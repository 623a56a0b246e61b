package cn.qingcheng.housing.history;

import cn.qingcheng.kit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes steps of the present caller or, in jobs and consumers, of the system itself. */
@ApplicationScoped
public class Steps {

    private static final String SYSTEM = "system";

    private final Caller caller;
    private final Clock clock;

    Steps(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    public Step ofCaller() {
        return ofCaller(null);
    }

    public Step ofCaller(@Nullable String reason) {
        return new Step(caller.accountId(), clock.instant(), reason);
    }

    public Step ofSystem(String reason) {
        return new Step(SYSTEM, clock.instant(), reason);
    }
}
