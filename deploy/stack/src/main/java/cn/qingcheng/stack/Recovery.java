package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets PostgreSQL replay its log over a copied base, on a port of its own and with nobody else connected. */
final class Recovery {
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Pattern LAST_TRANSACTION =
            Pattern.compile("last completed transaction was at log time (\\S+ \\S+)");
    private static final String TARGET_NOT_REACHED = "recovery ended before configured recovery target was reached";

    private final DataFolder scratch;
    private final Postgres postgres;
    private final Progress progress;

    Recovery(DataFolder scratch, Path binaries, Progress progress) {
        this.scratch = scratch;
        this.postgres = new Postgres(scratch, binaries, Ports.firstFree().postgres(), new Secrets(scratch));
        this.progress = progress;
    }

    /** Pieces of the log that are not in the backup. */
    void add(List<Path> pieces) {
        try {
            for (Path piece : pieces) {
                OwnerFiles.copy(piece, scratch.postgres().resolve("pg_wal").resolve(piece.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Replays to the moment, or to the end without one, and then lets the databases be put in order.
     *
     * @param inOrder what is done on the recovered server before it is stopped
     * @return when the last transaction that is in the restored databases was committed, as PostgreSQL writes it
     */
    Optional<String> run(BackupFolder backup, @Nullable Instant moment, Consumer<Postgres> inOrder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("restore_command", WalArchive.restoreCommand(backup));
        if (moment != null) {
            settings.put(
                    "recovery_target_time", moment.toString().replace("T", " ").replace("Z", "+00"));
            settings.put("recovery_target_action", "promote");
        }
        PropertyFile.write(scratch.postgres().resolve("recovery.signal"), "");
        Children children = new Children(scratch);
        try {
            progress.step("replay the log");
            Child server = postgres.start(children, settings);
            server.awaitReady(this::isRecovered, PATIENCE, progress);
            inOrder.accept(postgres);
        } catch (StackFailure failure) {
            throw explained(failure, moment);
        } finally {
            children.stop(ProcessNames.POSTGRES, progress);
        }
        return lastTransaction();
    }

    private boolean isRecovered() {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select not pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private StackFailure explained(StackFailure failure, @Nullable Instant moment) {
        if (moment == null || !log().contains(TARGET_NOT_REACHED)) {
            return failure;
        }
        return new StackFailure(
                "The log that was kept ends before " + moment + ": its last transaction is of "
                        + lastTransaction().orElse("before the backup")
                        + ". With --latest everything up to there is restored.",
                failure);
    }

    private Optional<String> lastTransaction() {
        Matcher matcher = LAST_TRANSACTION.matcher(log());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String log() {
        try {
            return String.join("\n", List.copyOf(Files.readAllLines(scratch.log(ProcessNames.POSTGRES))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
