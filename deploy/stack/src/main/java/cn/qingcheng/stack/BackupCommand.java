package cn.qingcheng.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/backup}. */
@Command(
        name = "backup",
        description = "Takes a base backup of the running city's databases and files, and has PostgreSQL add its log to"
                + " it from now on, so that deploy/restore can go back to any moment since.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Mixin
    CityCommand city = new CityCommand();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "A folder that is not there yet (default: .city-backups/<time> in the checkout).")
    @Nullable
    Path to;

    @Override
    public Integer call() {
        Layout layout = Layout.find();
        DataFolder data = city.dataFolder(layout);
        Instant begun = Clock.systemUTC().instant();
        BackupFolder backup =
                new BackupFolder(to == null ? layout.root().resolve(".city-backups/" + NAME.format(begun)) : to);
        BackupManifest manifest = Backup.take(layout, data, backup.path(), city.progress());
        city.out().printf("""
                The backup is in %s: %d files of the databases, %d MiB, all of them read again and compared.
                From now on PostgreSQL adds its log there, each piece when it is full and at the latest after a minute
                with changes. Any moment after %s can be restored:
                  ./deploy/down; ./deploy/restore --from %1$s --to-time <instant> | --latest
                The folder holds everything the city holds, its keys included.
                """, backup.path(), manifest.files().size(), manifest.bytes() >> 20, manifest.finished());
        return 0;
    }
}
