package cn.qingcheng.faults;

import cn.qingcheng.faults.traffic.Tally;
import cn.qingcheng.stack.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;

/** Tells the person at the terminal how the run goes, and keeps its table in {@code traffic/report.md}. */
final class RunLines {

    private final PrintWriter out;
    private final DataFolder folder;
    private final long begun = System.nanoTime();

    RunLines(PrintWriter out, DataFolder folder) {
        this.out = out;
        this.folder = folder;
    }

    void starting() {
        line("start a city of two instances each in " + folder.path());
    }

    void happened(String fault) {
        line("  " + fault);
    }

    void progress(long seed, String phase, Tally tally) {
        line("seed %d, %s: %d operations, %d answers lost, %d sent again"
                .formatted(seed, phase, tally.operations(), tally.lost(), tally.retries()));
    }

    /** A line and a row of the table; what was refused, and each violation with its rows, below. */
    void report(SeedReport report) {
        StringBuilder line = new StringBuilder();
        List<String> cells = report.cells();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : "; ")
                    .append(SeedReport.COLUMNS.get(i))
                    .append(' ')
                    .append(cells.get(i));
        }
        line(line.toString());
        line("  done: " + report.tally().goodByKind());
        line("  refused: " + report.tally().refusals());
        report.violations().forEach(violation -> line("VIOLATION " + violation));
        append(report);
    }

    void leftAsItIs() {
        line("The city is left as it is; its processes run on without the proxies between them.");
        line("  ./deploy/check --data " + folder.path() + "    reads it again");
        line("  " + folder.path().resolve("logs") + " and " + folder.path().resolve("traffic")
                + " tell what happened; ./deploy/down --data " + folder.path() + " ends it");
    }

    private synchronized void line(String text) {
        out.printf("[%4d s] %s%n", (System.nanoTime() - begun) / 1_000_000_000L, text);
        out.flush();
    }

    private void append(SeedReport report) {
        Path file = folder.path().resolve("traffic").resolve("report.md");
        try {
            if (!Files.exists(file)) {
                Files.writeString(
                        file, row(SeedReport.COLUMNS) + row(Collections.nCopies(SeedReport.COLUMNS.size(), "---")));
            }
            Files.writeString(file, row(report.cells()), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
