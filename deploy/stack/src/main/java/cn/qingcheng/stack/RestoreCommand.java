package cn.qingcheng.stack;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/restore}. */
@Command(
        name = "restore",
        description =
                "Brings a stopped city back to a moment since a backup: databases and files from the backup, Kafka"
                        + " empty, to be filled again by the services when they start.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    CityCommand city = new CityCommand();

    @Option(names = "--from", paramLabel = "FOLDER", required = true, description = "A folder that deploy/backup made.")
    Path from = Path.of("");

    @ArgGroup(multiplicity = "1")
    When when = new When();

    static final class When {
        @Option(
                names = "--to-time",
                paramLabel = "INSTANT",
                description = "A moment of real time, not of the city's, such as 2026-11-23T08:30:00Z.")
        @Nullable
        String time;

        @Option(names = "--latest", description = "The last moment of which the log was kept.")
        boolean latest;

        @Nullable
        Instant moment() {
            if (time == null) {
                return null;
            }
            try {
                return OffsetDateTime.parse(time).toInstant();
            } catch (DateTimeException notAnInstant) {
                throw new StackFailure("\"" + time + "\" is no moment such as 2026-11-23T08:30:00Z.", notAnInstant);
            }
        }
    }

    @Override
    public Integer call() {
        Layout layout = Layout.find();
        DataFolder data = city.dataFolder(layout);
        Restore.Result result = Restore.run(layout, data, from, when.moment(), city.progress());
        city.out()
                .printf(
                        """
                The city in %s is restored; its last transaction is of %s, and what came later is lost.
                Kafka begins empty: when the city starts, %d events are sent again.
                """,
                        data.path(), result.lastTransaction().orElse("before the backup ended"), result.eventsAgain());
        result.replaced()
                .ifPresent(replaced -> city.out()
                        .println("What was there before is kept in " + replaced + "; delete it when nobody needs it."));
        city.out().println("Next: ./deploy/up, then ./deploy/backup, since the log goes to no backup any more.");
        return 0;
    }
}
