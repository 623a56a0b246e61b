package cn.qingcheng.faults;

import cn.qingcheng.checker.Checker;
import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.Settling;
import cn.qingcheng.faults.fault.FaultSchedule;
import cn.qingcheng.faults.fault.Injected;
import cn.qingcheng.faults.traffic.Journal;
import cn.qingcheng.faults.traffic.Traffic;
import cn.qingcheng.faults.traffic.TrafficPlan;
import cn.qingcheng.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One seed after the other on one city: traffic and faults, then all healed, all answered, all settled, all checked. */
public final class FaultRun {

    private static final Duration PROGRESS = Duration.ofSeconds(10);
    private static final Duration SETTLING_PATIENCE = Duration.ofMinutes(5);

    private final FaultCity city;
    private final TrafficPlan plan;
    private final RunLines lines;

    FaultRun(FaultCity city, TrafficPlan plan, RunLines lines) {
        this.city = city;
        this.plan = plan;
        this.lines = lines;
    }

    /** Runs one seed with the faults it says. */
    public SeedReport run(long seed, Duration length) {
        return run(seed, FaultSchedule.of(seed, length));
    }

    /** Runs one seed's traffic on a city that nothing happens to. */
    public SeedReport withoutFaults(long seed, Duration length) {
        return run(seed, new FaultSchedule(length, List.of()));
    }

    /** Runs one seed's traffic with these faults. */
    public SeedReport run(long seed, FaultSchedule schedule) {
        CityUnderCheck underCheck = CityUnderCheck.of(city.stack());
        long eventsBefore = events(underCheck);
        Traffic traffic = Traffic.of(city.stack(), seed, plan);
        traffic.start();
        List<String> violations = new ArrayList<>();
        List<Injected> faults = inflict(seed, schedule, traffic.journal(), violations);
        lines.progress(seed, "all faults are over", traffic.journal().tally());
        traffic.finish();
        violations.addAll(traffic.journal().violations());
        lines.progress(seed, "all is answered", traffic.journal().tally());
        long begun = System.nanoTime();
        settle(underCheck, violations);
        Duration settling = Duration.ofNanos(System.nanoTime() - begun);
        Checker.check(underCheck)
                .forEach(violation -> violations.add("of invariant " + violation.invariant() + ": " + violation.what()
                        + "\n    " + String.join("\n    ", violation.rows())));
        SeedReport report = new SeedReport(
                seed, traffic.journal().tally(), faults, events(underCheck) - eventsBefore, settling, violations);
        lines.report(report);
        return report;
    }

    /** Until the schedule is over, or the clients have seen what they never should. */
    private List<Injected> inflict(long seed, FaultSchedule schedule, Journal journal, List<String> violations) {
        CompletableFuture<List<Injected>> faults =
                CompletableFuture.supplyAsync(() -> city.injector().run(schedule), task -> {
                    Thread thread = new Thread(task, "faults of seed " + seed);
                    thread.setDaemon(true);
                    thread.start();
                });
        while (true) {
            try {
                return faults.get(PROGRESS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                lines.progress(seed, "under faults", journal.tally());
                if (!journal.violations().isEmpty()) {
                    city.injector().heal();
                }
            } catch (ExecutionException e) {
                violations.add("a fault went wrong: " + e.getCause());
                return List.of();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static void settle(CityUnderCheck underCheck, List<String> violations) {
        try {
            Settling.await(underCheck, SETTLING_PATIENCE);
        } catch (StackFailure unsettled) {
            violations.add(unsettled.sentence());
        }
    }

    private static long events(CityUnderCheck underCheck) {
        return underCheck.services().stream()
                .mapToLong(service -> service.number("select coalesce(max(position), 0) from outbox"))
                .sum();
    }
}
