package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What the checker is told of the traffic, in the folder {@code traffic} of a city's data: each write with its final
 * answer ({@code operations.ndjson}) and each value that may stand nowhere in plain text ({@code secrets.txt}). It is
 * carried on from run to run, as the city is.
 */
public final class Journal {

    private final Path folder;
    private final Path operations;
    private final Tally tally = new Tally();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private final int run;
    private long number;

    private Journal(Path folder, int run, long number) {
        this.folder = folder;
        this.operations = folder.resolve("operations.ndjson");
        this.run = run;
        this.number = number;
    }

    /** Opens the journal of a city for its next run. */
    static Journal open(Path dataFolder) {
        Path folder = dataFolder.resolve("traffic");
        try {
            Files.createDirectories(folder);
            Path runs = folder.resolve("runs");
            int run =
                    Files.exists(runs) ? Integer.parseInt(Files.readString(runs).strip()) + 1 : 1;
            Files.writeString(runs, run + "\n");
            Path secrets = folder.resolve("secrets.txt");
            if (!Files.exists(secrets)) {
                Files.createFile(
                        secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return new Journal(folder, run, lines(folder.resolve("operations.ndjson")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    /** Which run on this city it is, from 1; makes names that no other run has given. */
    int run() {
        return run;
    }

    public Tally tally() {
        return tally;
    }

    /** What the city did wrong in the clients' eyes; empty as long as all is well. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    void violation(String what) {
        violations.add(what);
    }

    /** Notes a write whose last answer is final. */
    void operation(Call call, Reply reply) {
        ObjectNode line = json.createObjectNode();
        line.put("key", call.key());
        line.put("account", call.account());
        line.put("method", call.method());
        line.put("path", call.path());
        line.put("status", reply.status());
        line.put("created", reply.isGood() && !reply.created().isEmpty() ? reply.created() : null);
        line.put("attempts", reply.attempts());
        line.put("lost", reply.lost());
        synchronized (this) {
            line.put("number", ++number);
            append(operations, line + "\n");
        }
    }

    /** Notes values before they are sent anywhere. */
    void secrets(Iterable<String> values) {
        append(folder.resolve("secrets.txt"), String.join("\n", values) + "\n");
    }

    private static synchronized void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
