package cn.qingcheng.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.faults.fault.FaultKind;
import cn.qingcheng.faults.fault.FaultSchedule;
import cn.qingcheng.faults.traffic.TrafficPlan;
import cn.qingcheng.stack.DataFolder;
import cn.qingcheng.stack.Layout;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The short form of {@code deploy/fault-run}: one seed, every kind of fault once, on a city of real processes. */
class ShortRunTest {

    private static final long SEED = 1;
    private static final Duration LENGTH = Duration.ofSeconds(75);

    /** The city's year goes by in four minutes, so that an application is paid before the end. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(3);

    private static final int MOST_DAYS_A_STEP = 8;

    /** What must have happened at least once on the slowest machine, or the run would prove little; mostly all does. */
    private static final List<String> STEPS = List.of(
            "talent.sync",
            "talent.claim",
            "talent.employ",
            "subsidy.create",
            "subsidy.evidence",
            "housing.import",
            "housing.release",
            "housing.round",
            "housing.round.open",
            "housing.create",
            "platform.import",
            "platform.institutions");

    private static TrafficPlan plan(FaultCity city) {
        TrafficPlan usual = TrafficPlan.usual(city.gateway());
        return new TrafficPlan(
                usual.gateway(),
                usual.graduates(),
                CLOCK_STEP,
                MOST_DAYS_A_STEP,
                usual.answerPatience(),
                usual.finishPatience());
    }

    @Test
    void everyKindOfFaultOnceLosesNothingAndDoublesNothing() {
        DataFolder folder = new DataFolder(Path.of("target", "fault-city").toAbsolutePath());
        RunLines lines = new RunLines(new PrintWriter(System.out, true, StandardCharsets.UTF_8), folder);
        try (FaultCity city = FaultCity.start(Layout.find(), folder, lines::happened)) {
            Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
            kinds.removeAll(city.injector().leftOut());

            SeedReport report =
                    new FaultRun(city, plan(city), lines).run(SEED, FaultSchedule.eachKindOnce(SEED, LENGTH));

            assertThat(report.violations()).isEmpty();
            assertThat(report.faultsByKind().keySet()).isEqualTo(kinds);
            assertThat(STEPS)
                    .allSatisfy(step -> assertThat(report.tally().good(step))
                            .as("how often %s succeeded", step)
                            .isPositive());
            assertThat(report.tally().lost()).as("lost answers").isPositive();
            assertThat(report.events()).as("events").isGreaterThan(100);
        }
    }
}
