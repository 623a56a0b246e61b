package cn.qingcheng.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs, sized so that the whole city fits beside an IDE on a laptop. */
final class JavaCommand {
    /** One collector thread, no optimising compiler, few arenas: start time and memory before peak throughput. */
    private static final List<String> FRUGAL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC");

    private JavaCommand() {}

    static List<String> of(int maxHeapMib, Path temporary, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms32m");
        command.add("-Xmx" + maxHeapMib + "m");
        command.addAll(FRUGAL);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(more);
        return command;
    }
}
