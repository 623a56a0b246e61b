package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of one data folder. Each is the leader of its own session, so that neither Ctrl-C nor a closed terminal
 * ends it; each is written down with its start time, so that a number the system gave to someone else is left alone;
 * and each carries the folder in its environment, so that it is found even when the note about it is lost.
 */
final class Children {
    private static final String OWNER = "QINGCHENG_CITY_DATA";
    private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "HOME", "USER", "TZ", "LD_LIBRARY_PATH");
    private static final String PREVIOUS_LOG = ".previous.log";
    private static final Duration GRACE = Duration.ofSeconds(20);
    /** Systems round the start time differently, by at most a clock tick. */
    private static final long SAME_START_MILLIS = 1_000;

    private final DataFolder data;

    Children(DataFolder data) {
        this.data = data;
    }

    Child start(ProcessSpec spec) {
        Path log = data.log(spec.name());
        try {
            long logged = Files.exists(log) ? Files.size(log) : 0;
            List<String> command = new ArrayList<>(List.of("setsid"));
            command.addAll(spec.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(KEPT_VARIABLES);
            builder.environment().put("LANG", "C.UTF-8");
            builder.environment().put(OWNER, data.path().toString());
            builder.environment()
                    .put(
                            "TMPDIR",
                            Files.createDirectories(data.temporary(spec.name())).toString());
            builder.environment().putAll(spec.environment());
            Process process = builder.start();
            writeDown(spec.name(), process.toHandle());
            return new Child(spec.name(), process, log, logged);
        } catch (IOException e) {
            throw new StackFailure(spec.name() + " could not be started: " + e.getMessage() + ".", e);
        }
    }

    /** Puts the logs of an earlier run aside; those of this run go on when their process is started again. */
    void putLogsAside() {
        try (Stream<Path> logs = Files.list(data.logs())) {
            for (Path log : logs.filter(Children::isCurrentLog).toList()) {
                String name = log.getFileName().toString().replaceFirst("\\.log$", PREVIOUS_LOG);
                Files.move(log, log.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCurrentLog(Path log) {
        return log.toString().endsWith(".log") && !log.toString().endsWith(PREVIOUS_LOG);
    }

    private void writeDown(String name, ProcessHandle handle) {
        PropertyFile.write(
                data.processes().resolve(name + ".pid"),
                handle.pid() + " " + startMillis(handle).orElse(0L) + "\n");
    }

    /** What runs of this city, by name. */
    List<RunningProcess> running() {
        if (!Files.isDirectory(data.processes())) {
            return List.of();
        }
        try (Stream<Path> notes = Files.list(data.processes())) {
            return notes.filter(note -> note.toString().endsWith(".pid"))
                    .flatMap(note -> read(note).stream())
                    .filter(RunningProcess::alive)
                    .sorted(Comparator.comparing(RunningProcess::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<RunningProcess> read(Path note) {
        try {
            String[] parts = Files.readString(note).strip().split(" ", 2);
            long start = Long.parseLong(parts[1]);
            String name = note.getFileName().toString().replaceFirst("\\.pid$", "");
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(handle -> startMillis(handle)
                            .map(actual -> Math.abs(actual - start) <= SAME_START_MILLIS)
                            .orElse(false))
                    .map(handle -> new RunningProcess(name, handle));
        } catch (NoSuchFileException justRemoved) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw new StackFailure("The process note " + note + " is damaged: delete it.", unreadable);
        }
    }

    private static Optional<Long> startMillis(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli);
    }

    /** What runs of this city, with the processes among it whose note is lost. */
    List<RunningProcess> all() {
        List<RunningProcess> all = new ArrayList<>(running());
        strays().stream()
                .filter(stray -> all.stream().noneMatch(known -> known.owns(stray)))
                .forEach(all::add);
        return all;
    }

    void stop(String name, Progress progress) {
        for (RunningProcess process : running()) {
            if (process.name().equals(name)) {
                askToEnd(process);
                process.awaitEnd(GRACE, progress);
            }
        }
    }

    /** PostgreSQL takes TERM as a wish to wait for its clients, and INT as a wish to end. A paused one hears nothing. */
    private static void askToEnd(RunningProcess process) {
        process.signal(process.name().equals(ProcessNames.POSTGRES) ? "INT" : "TERM");
        process.resume();
    }

    /** Stops all in an order in which nobody loses what it stands on; returns how many were running. */
    int stopAll(Progress progress) {
        List<RunningProcess> running = running();
        Map<Integer, List<RunningProcess>> ranks = running.stream()
                .collect(Collectors.groupingBy(process -> rank(process.name()), TreeMap::new, Collectors.toList()));
        for (List<RunningProcess> rank : ranks.values()) {
            progress.step("stop "
                    + String.join(", ", rank.stream().map(RunningProcess::name).toList()));
            rank.forEach(Children::askToEnd);
            rank.forEach(process -> process.awaitEnd(GRACE, progress));
        }
        List<RunningProcess> strays = strays();
        for (RunningProcess stray : strays) {
            progress.step("stop " + stray.name());
            askToEnd(stray);
            stray.awaitEnd(GRACE, progress);
        }
        forget();
        progress.done();
        return running.size() + strays.size();
    }

    private static int rank(String name) {
        return switch (name) {
            case ProcessNames.GATEWAY -> 0;
            case ProcessNames.KEYCLOAK -> 2;
            case ProcessNames.KAFKA -> 3;
            case ProcessNames.POSTGRES -> 4;
            default -> 1;
        };
    }

    /** Processes of this folder whose note is lost, among them the ones a killed process left behind. */
    private List<RunningProcess> strays() {
        String mark = OWNER + "=" + data.path();
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                .filter(handle -> environment(handle).contains(mark))
                .map(handle -> new RunningProcess("process " + handle.pid(), handle))
                .filter(RunningProcess::alive)
                .toList();
    }

    private static List<String> environment(ProcessHandle handle) {
        try {
            byte[] all = Files.readAllBytes(Path.of("/proc", Long.toString(handle.pid()), "environ"));
            return List.of(new String(all, StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException notOursOrNotLinux) {
            return List.of();
        }
    }

    private void forget() {
        if (!Files.isDirectory(data.processes())) {
            return;
        }
        try (Stream<Path> notes = Files.list(data.processes())) {
            for (Path note : notes.toList()) {
                Files.deleteIfExists(note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
