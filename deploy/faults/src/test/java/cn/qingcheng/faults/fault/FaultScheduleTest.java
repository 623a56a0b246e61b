package cn.qingcheng.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultScheduleTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration SHORT = Duration.ofMinutes(2);

    @Test
    void aSeedAlwaysGivesTheSameFaultsAndAnotherOneOthers() {
        assertThat(FaultSchedule.of(17, LONG)).isEqualTo(FaultSchedule.of(17, LONG));
        assertThat(FaultSchedule.of(17, LONG)).isNotEqualTo(FaultSchedule.of(18, LONG));
        assertThat(FaultSchedule.eachKindOnce(17, SHORT)).isEqualTo(FaultSchedule.eachKindOnce(17, SHORT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 30, -5})
    void theLongFormFillsItsTimeAndIsOverInTime(long seed) {
        FaultSchedule schedule = FaultSchedule.of(seed, LONG);

        assertThat(schedule.faults()).hasSizeBetween(8, 30).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(schedule.faults())
                .allSatisfy(fault -> assertThat(fault.at().plus(fault.length())).isLessThanOrEqualTo(LONG));
        Map<FaultKind, Long> counts = counts(schedule.faults());
        assertThat(counts.getOrDefault(FaultKind.BROKER_AWAY, 0L)).isLessThanOrEqualTo(1);
        assertThat(counts.getOrDefault(FaultKind.DISK_FULL, 0L)).isLessThanOrEqualTo(1);
    }

    @Test
    void thirtySeedsBringAboutEveryKindSeveralTimes() {
        Map<FaultKind, Long> counts = counts(LongStream.rangeClosed(1, 30)
                .mapToObj(seed -> FaultSchedule.of(seed, LONG))
                .flatMap(schedule -> schedule.faults().stream())
                .toList());

        assertThat(counts).containsOnlyKeys(FaultKind.values());
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isGreaterThan(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theShortFormHasEachKindOnceAndLongEnough(long seed) {
        List<Fault> faults = FaultSchedule.eachKindOnce(seed, SHORT).faults();

        assertThat(faults).extracting(Fault::kind).containsExactlyInAnyOrder(FaultKind.values());
        assertThat(faults)
                .allSatisfy(fault -> assertThat(fault.length())
                        .isGreaterThanOrEqualTo(fault.kind().shortest()));
    }

    @Test
    void aShortRunHasShortFaults() {
        assertThat(FaultSchedule.of(1, Duration.ofSeconds(9)).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.length()).isLessThanOrEqualTo(Duration.ofSeconds(6)));
    }

    private static Map<FaultKind, Long> counts(List<Fault> faults) {
        return faults.stream()
                .collect(Collectors.groupingBy(
                        Fault::kind, () -> new EnumMap<>(FaultKind.class), Collectors.counting()));
    }
}
