package cn.qingcheng.checker;

import cn.qingcheng.stack.CityCommand;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.Main;
import cn.qingcheng.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/check}. */
@Command(
        name = "check",
        description = "Waits until the running city has settled, and proves that nothing was lost and nothing happened"
                + " twice; changes nothing. Ends with status 1 when an invariant does not hold.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
    static final int VIOLATED = 1;

    @Mixin
    CityCommand city = new CityCommand();

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT2M",
            description = "How long to wait for the city to settle, in ISO 8601 (default: ${DEFAULT-VALUE}).")
    Duration patience = Duration.ofMinutes(2);

    public static void main(String[] arguments) {
        System.exit(Main.plainSpoken(new CommandLine(new CheckCommand())).execute(arguments));
    }

    @Override
    public Integer call() {
        Layout layout = Layout.find();
        CityUnderCheck checked = CityUnderCheck.of(Stack.attach(layout, city.dataFolder(layout)));
        Settling.await(checked, patience, city.progress());
        ReportLines report = new ReportLines(city.out());
        List<Violation> violations = Checker.check(checked, report::tell);
        report.conclude(violations);
        return violations.isEmpty() ? 0 : VIOLATED;
    }
}
