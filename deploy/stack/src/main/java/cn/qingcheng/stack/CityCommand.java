package cn.qingcheng.stack;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command knows: which city is meant, and where to write. */
public final class CityCommand {
    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Data folder of the city (default: .city in the checkout, or what QINGCHENG_CITY names).")
    @Nullable
    Path data;

    public DataFolder dataFolder(Layout layout) {
        if (data != null) {
            return new DataFolder(data);
        }
        String fromEnvironment = System.getenv("QINGCHENG_CITY");
        return new DataFolder(
                fromEnvironment == null || fromEnvironment.isBlank() ? layout.defaultData() : Path.of(fromEnvironment));
    }

    public PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        return spec.root().commandLine().getOut();
    }

    CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("used outside of a command");
        }
        return spec.commandLine();
    }

    public Progress progress() {
        return new ConsoleProgress(out(), Boolean.getBoolean("qingcheng.terminal"), Clock.systemUTC());
    }
}
