package cn.qingcheng.platform.target;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Targets are set by officers; their actuals move by events, whether the target was set before them or after. */
@ApplicationScoped
class TargetService {

    private final TargetRepository targets;
    private final MeasurementRepository measurements;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Caller caller;
    private final Clock clock;

    TargetService(
            TargetRepository targets,
            MeasurementRepository measurements,
            Outbox outbox,
            AuditTrail auditTrail,
            Caller caller,
            Clock clock) {
        this.targets = targets;
        this.measurements = measurements;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public TargetResponse set(SetTargetRequest request) {
        TargetUnit unit = request.indicator().unit();
        if (unit != request.unit()) {
            throw ProblemException.invalidInput(List.of(InputError.of("/unit", "UNIT_MISMATCH", unit.name())));
        }
        if (targets.byCode(request.code()).isPresent()) {
            throw new ProblemException(TargetProblem.TARGET_EXISTS, request.code());
        }
        Target target = new Target(request, caller.accountId(), clock.instant());
        targets.persist(target);
        auditTrail.record("TARGET_SET", "target", target.code(), null);
        return answer(target);
    }

    @Transactional
    public TargetResponse get(String code) {
        return answer(targets.byCode(code).orElseThrow(ProblemException::notFound));
    }

    @Transactional
    public Page<TargetResponse> list(PageQuery query) {
        List<String> after = query.after();
        List<Target> found = targets.after(after.isEmpty() ? "" : after.get(0), query.limit());
        return Page.of(found, query.size(), last -> PageToken.of(last.code())).map(this::answer);
    }

    /**
     * Counts a thing once, in the earliest month that any event names for it: so the sum and its months do not depend
     * on the order or the repetition of events.
     */
    @Transactional
    public void count(Measurement measurement, Instant eventAt) {
        Set<String> movedYears = new TreeSet<>();
        if (measurements.countFirst(measurement)) {
            measurements.add(measurement.indicator(), measurement.month(), measurement.value(), eventAt);
            movedYears.add(year(measurement.month()));
        } else {
            Measurement before = measurements.counted(measurement.indicator(), measurement.item());
            if (measurement.month().isBefore(before.month())) {
                measurements.moveTo(before, measurement.month());
                measurements.add(before.indicator(), measurement.month(), before.value(), eventAt);
                measurements.subtract(before.indicator(), before.month(), before.value());
                movedYears.add(year(measurement.month()));
                movedYears.add(year(before.month()));
            }
        }
        movedYears.forEach(year -> tellMoved(measurement.indicator(), year));
    }

    private void tellMoved(Indicator indicator, String year) {
        List<Target> moved = targets.of(indicator, year);
        if (!moved.isEmpty()) {
            measurements.takeTurns(indicator, year);
            long actual = measurements.actuals(indicator, year).total();
            outbox.appendAll(moved.stream()
                    .map(target -> new TargetMoved(target.code(), year, actual))
                    .toList());
        }
    }

    private TargetResponse answer(Target target) {
        return TargetResponse.from(target, measurements.actuals(target.indicator(), target.period()));
    }

    private static String year(YearMonth month) {
        return Integer.toString(month.getYear());
    }
}
