package cn.qingcheng.housing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.housing.application.ApplicationStatus;
import cn.qingcheng.housing.draw.DrawStatus;
import cn.qingcheng.housing.lease.LeaseStatus;
import cn.qingcheng.housing.offer.OfferStatus;
import cn.qingcheng.housing.round.RoundStatus;
import cn.qingcheng.housing.stock.UnitStatus;
import cn.qingcheng.kit.problem.ProblemException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states of every life cycle, against the tables drawn in the README. */
class LifeCyclesTest {

    private static final List<Map.Entry<Class<? extends Enum<?>>, String>> TABLES = List.of(
            Map.entry(UnitStatus.class, """
                    RAISED: PREPARED WITHDRAWN
                    PREPARED: RELEASED WITHDRAWN
                    RELEASED: RESERVED MAINTENANCE WITHDRAWN
                    RESERVED: LEASED RELEASED
                    LEASED: INSPECTION
                    INSPECTION: MAINTENANCE RELEASED
                    MAINTENANCE: RELEASED WITHDRAWN
                    """),
            Map.entry(RoundStatus.class, """
                    DRAFT: OPEN
                    OPEN: CLOSED
                    CLOSED: LIST_COMMITTED
                    LIST_COMMITTED: DRAWN
                    DRAWN: PUBLISHED LIST_COMMITTED
                    """),
            Map.entry(DrawStatus.class, """
                    ENTROPY_ENTERED: ENTROPY_CONFIRMED VOIDED
                    ENTROPY_CONFIRMED: DRAWN VOIDED
                    DRAWN: PUBLISHED VOIDED
                    """),
            Map.entry(ApplicationStatus.class, """
                    DRAFT: SUBMITTED WITHDRAWN
                    SUBMITTED: IN_ROUND WITHDRAWN
                    IN_ROUND: OFFERED WAITLISTED WITHDRAWN
                    WAITLISTED: OFFERED WITHDRAWN LAPSED
                    OFFERED: CLEARING LAPSED
                    CLEARING: ENTITLED REFUSED
                    ENTITLED: HOUSED
                    """),
            Map.entry(OfferStatus.class, """
                    ACTIVE: ACCEPTED DECLINED EXPIRED WITHDRAWN_BY_CITY
                    ACCEPTED: WITHDRAWN_BY_CITY
                    """),
            Map.entry(LeaseStatus.class, """
                    PENDING_SIGNATURE: SIGNED
                    SIGNED: HANDED_OVER
                    HANDED_OVER: ACTIVE
                    ACTIVE: RENEWED NOTICE TERMINATED_FOR_BREACH
                    NOTICE: INSPECTED
                    TERMINATED_FOR_BREACH: INSPECTED
                    INSPECTED: VACATED
                    VACATED: SETTLED
                    """));

    static Stream<Arguments> pairs() {
        return TABLES.stream().flatMap(table -> {
            Map<String, Set<String>> allowed = table.getValue()
                    .lines()
                    .map(line -> line.split(": "))
                    .collect(Collectors.toMap(row -> row[0], row -> Set.of(row[1].split(" "))));
            Enum<?>[] states = table.getKey().getEnumConstants();
            return Arrays.stream(states)
                    .flatMap(from -> Arrays.stream(states)
                            .map(to -> Arguments.of(from, to, allowed.getOrDefault(from.name(), Set.of()))));
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("pairs")
    void aStepIsTakenOrRefusedWithWhatIsAllowed(Enum<?> from, Enum<?> to, Set<String> allowed) throws Exception {
        Method step = from.getDeclaringClass().getDeclaredMethod("to", from.getDeclaringClass());
        step.setAccessible(true);
        if (allowed.contains(to.name())) {
            assertThat(step.invoke(from, to)).isEqualTo(to);
            return;
        }
        try {
            step.invoke(from, to);
            throw new AssertionError(from + " went to " + to);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOfSatisfying(ProblemException.class, problem -> {
                assertThat(problem.code().name()).isEqualTo("ILLEGAL_TRANSITION");
                assertThat(problem.members())
                        .containsEntry("from", from.name())
                        .containsEntry("to", to.name())
                        .containsEntry("allowed", List.copyOf(new TreeSet<>(allowed)));
            });
        }
    }
}
