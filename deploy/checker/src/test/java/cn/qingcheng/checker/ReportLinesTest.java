package cn.qingcheng.checker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.invariant.Finding;
import cn.qingcheng.checker.invariant.Invariant;
import cn.qingcheng.checker.invariant.Invariants;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportLinesTest {
    private final StringWriter text = new StringWriter();
    private final ReportLines report = new ReportLines(new PrintWriter(text, true));

    private static Invariant numbered(int number) {
        return Invariants.all().get(number - 1);
    }

    @Test
    void theInvariantsAreNumberedFromOneToEleven() {
        assertThat(Invariants.all().stream().map(Invariant::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
        assertThat(Invariants.all()).allMatch(invariant -> invariant.sentence().endsWith("."));
    }

    @Test
    void whatHoldsIsALine() {
        report.tell(numbered(1), new Finding("812 transactions", List.of()));
        report.conclude(List.of());

        assertThat(text.toString().lines())
                .containsExactly("OK    1 ledger: 812 transactions", "Every invariant holds.");
    }

    @Test
    void whatDoesNotHoldIsToldWithItsRows() {
        List<String> rows =
                IntStream.rangeClosed(1, 23).mapToObj(row -> "row " + row).toList();
        Violation violation = new Violation(11, "a number in plain text", rows);

        report.tell(numbered(11), new Finding("3 files", List.of(violation)));
        report.conclude(List.of(violation, violation));

        assertThat(text.toString().lines())
                .startsWith("FAIL 11 plain text: 3 files", "        a number in plain text (23):", "          row 1")
                .endsWith("          row 20", "          and 3 more", "Not every invariant holds: 11.");
    }
}
