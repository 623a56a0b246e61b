package cn.qingcheng.faults;

import cn.qingcheng.faults.traffic.TrafficPlan;
import cn.qingcheng.stack.DataFolder;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.Main;
import cn.qingcheng.stack.StackFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deploy/fault-run}. */
@Command(
        name = "fault-run",
        description =
                "Starts a city of its own and, seed by seed, drives random traffic through it while its parts fail,"
                        + " lets it settle, and checks it. Stops at the first violation, with status 1, and leaves that city as it"
                        + " is. A seed gives the same people, decisions and faults again, not the same interleaving of threads.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FaultRunCommand implements Callable<Integer> {
    private static final int VIOLATED = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds, one after the other (default: 1).")
    int seeds = 1;

    @Option(names = "--first", paramLabel = "S", description = "The first seed (default: 1).")
    long first = 1;

    @Option(
            names = "--length",
            paramLabel = "TIME",
            description = "Traffic and faults of one seed, such as 90s or 5m (default: 90s).")
    String length = "90s";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "Where the city lives; a city that lived there is forgotten (default: .faults in the checkout).")
    @Nullable
    Path data;

    @Option(names = "--no-faults", description = "The same traffic on a city that nothing happens to, to compare.")
    boolean noFaults;

    public static void main(String[] arguments) {
        System.exit(Main.plainSpoken(new CommandLine(new FaultRunCommand())).execute(arguments));
    }

    @Override
    public Integer call() {
        Duration time = duration();
        PrintWriter out = out();
        Layout layout = Layout.find();
        DataFolder folder = new DataFolder(data == null ? layout.root().resolve(".faults") : data);
        RunLines lines = new RunLines(out, folder);
        lines.starting();
        FaultCity city = FaultCity.start(layout, folder, lines::happened);
        boolean isSound;
        try {
            isSound = areAllSound(new FaultRun(city, TrafficPlan.usual(city.gateway()), lines), time);
        } catch (RuntimeException | Error failure) {
            city.close();
            throw failure;
        }
        if (!isSound) {
            lines.leftAsItIs();
            return VIOLATED;
        }
        city.close();
        return 0;
    }

    private boolean areAllSound(FaultRun run, Duration time) {
        for (long seed = first; seed < first + seeds; seed++) {
            SeedReport report = noFaults ? run.withoutFaults(seed, time) : run.run(seed, time);
            if (!report.violations().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        return spec.commandLine().getOut();
    }

    private Duration duration() {
        try {
            return Duration.parse("PT" + length.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new StackFailure("--length is a time such as 90s or 5m: " + length + " was given.", e);
        }
    }
}
