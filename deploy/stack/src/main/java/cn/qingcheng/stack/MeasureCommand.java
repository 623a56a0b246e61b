package cn.qingcheng.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/bench/stack} asks this for the memory of what runs. */
@Command(
        name = "measure",
        description = "Prints the memory of every process of the running city, and how fast services start.",
        mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
    @Mixin
    CityCommand city = new CityCommand();

    @Option(names = "--restart", description = "Restart each service alone and print how long it took to be ready.")
    boolean restart;

    @Override
    public Integer call() {
        DataFolder data = city.dataFolder(Layout.find());
        if (restart) {
            Stack stack = Stack.attach(Layout.find(), data);
            for (ServiceModule service : ServiceModule.values()) {
                Duration ready = stack.restart(service.moduleName(), 1);
                // Beside the clock, which other work on the machine slows down, what the start itself costs.
                Duration processor = Optional.ofNullable(stack.processes().get(service.processName(1)))
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO);
                city.out()
                        .printf(
                                "%-20s ready in %4.1f s, with %4.1f s of processor time%n",
                                service.moduleName(), ready.toMillis() / 1000.0, processor.toMillis() / 1000.0);
                city.out().flush();
            }
        }
        city.out().printf("%-20s %12s %12s%n", "MiB", "resident", "proportional");
        Memory together = new Memory(0, 0);
        for (RunningProcess process : new Children(data).running()) {
            Memory memory = Stream.concat(
                            Stream.of(process.handle()), process.handle().descendants())
                    .map(MeasureCommand::memory)
                    .reduce(new Memory(0, 0), Memory::plus);
            print(process.name(), memory);
            together = together.plus(memory);
        }
        print("together", together);
        return 0;
    }

    private void print(String name, Memory memory) {
        city.out().printf("%-20s %12d %12d%n", name, memory.residentKib() >> 10, memory.proportionalKib() >> 10);
    }

    /**
     * Resident memory, once as the system counts it per process, and once with pages that several processes share
     * counted in proportion: PostgreSQL's processes share their buffers, which the first figure adds up many times.
     */
    private record Memory(long residentKib, long proportionalKib) {
        Memory plus(Memory other) {
            return new Memory(residentKib + other.residentKib, proportionalKib + other.proportionalKib);
        }
    }

    private static Memory memory(ProcessHandle handle) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(handle.pid()), "smaps_rollup"));
            return new Memory(kib(lines, "Rss:"), kib(lines, "Pss:"));
        } catch (IOException gone) {
            return new Memory(0, 0);
        }
    }

    private static long kib(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElse(0);
    }
}
