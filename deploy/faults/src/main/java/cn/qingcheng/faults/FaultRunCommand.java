package cn.qingcheng.faults;

import cn.qingcheng.faults.traffic.TrafficPlan;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.StackFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
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
        description = "Runs seeded traffic on a city while its parts fail, and checks what is left, seed by seed.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FaultRunCommand implements Callable<Integer> {

    private static final int VIOLATED = 3;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds, one after the other. Default: 1.")
    int seeds = 1;

    @Option(names = "--first", paramLabel = "S", description = "The first seed. Default: 1.")
    long first = 1;

    @Option(names = "--length", paramLabel = "TIME", description = "Traffic and faults of one seed. Default: 90s.")
    String length = "90s";

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The city's data; a city that is there goes on. Default: .faults in the checkout.")
    @Nullable
    Path data;

    @Option(names = "--fresh", description = "Forget the city in the data folder first.")
    boolean fresh;

    @Option(names = "--no-faults", description = "Only the traffic, to see what it is without faults.")
    boolean noFaults;

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new FaultRunCommand())
                .setExecutionExceptionHandler((failure, command, p) -> {
                    command.getErr()
                            .println(
                                    failure instanceof StackFailure expected
                                            ? expected.sentence()
                                            : failure.toString());
                    return 1;
                });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() {
        Layout layout = Layout.find();
        Path folder = data == null ? layout.root().resolve(".faults") : data;
        FaultCity city = FaultCity.start(layout, folder, fresh, !noFaults);
        PrintWriter out = Objects.requireNonNull(spec, "picocli says it before it calls")
                .commandLine()
                .getOut();
        FaultRun run = new FaultRun(city, duration(), TrafficPlan.usual(city.gateway()), out);
        for (long seed = first; seed < first + seeds; seed++) {
            if (!run.run(seed).violations().isEmpty()) {
                return VIOLATED;
            }
        }
        city.close();
        return 0;
    }

    private Duration duration() {
        try {
            return Duration.parse("PT" + length.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new StackFailure("--length is a time such as 90s or 5m: " + length + " was given.", e);
        }
    }
}
