package cn.qingcheng.faults;

import cn.qingcheng.faults.traffic.Tally;
import cn.qingcheng.faults.traffic.Traffic;
import cn.qingcheng.faults.traffic.TrafficPlan;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One seed after the other on one city: traffic and faults, all healed, all answered, all settled, all checked. */
public final class FaultRun {

    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private final FaultCity city;
    private final Duration length;
    private final TrafficPlan plan;
    private final PrintWriter out;

    public FaultRun(FaultCity city, Duration length, TrafficPlan plan, PrintWriter out) {
        this.city = city;
        this.length = length;
        this.plan = plan;
        this.out = out;
    }

    /** Runs one seed and tells it. */
    public SeedReport run(long seed) {
        Traffic traffic = Traffic.of(city.stack(), seed, plan);
        traffic.start();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end && traffic.journal().violations().isEmpty()) {
            await(Math.min(PROGRESS.toNanos(), end - System.nanoTime()));
            tell(seed, traffic.journal().tally());
        }
        traffic.finish();
        SeedReport report = new SeedReport(
                seed, traffic.journal().tally(), traffic.journal().violations());
        out.println(report.line());
        report.violations().forEach(out::println);
        report.tally().byKind().forEach((kind, outcomes) -> out.println("  " + kind + " " + outcomes));
        out.flush();
        return report;
    }

    private void tell(long seed, Tally tally) {
        out.printf("seed %d: %d operations, %d lost answers%n", seed, tally.operations(), tally.lost());
        out.flush();
    }

    private static void await(long nanos) {
        try {
            if (new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
