package cn.qingcheng.stack;

import java.nio.file.Path;

/** Backs up a running city; from then on the backup grows with the databases' log. */
public final class Backup {
    private Backup() {}

    /**
     * Takes a base backup.
     *
     * @param to a folder that is not there yet
     * @return what has been written
     * @throws StackFailure with the reason in one sentence, after what had been written was deleted again
     */
    static BackupManifest take(Layout layout, DataFolder data, Path to, Progress progress) {
        Addresses addresses = Addresses.read(data);
        BackupFolder backup = new BackupFolder(to);
        if (backup.path().startsWith(data.path())) {
            throw new StackFailure("A backup inside of the city's own folder is lost with it: choose another --to.");
        }
        backup.create();
        Postgres postgres = new Postgres(
                data,
                PostgresBinaries.unpacked(layout, progress),
                addresses.ports().postgres(),
                new Secrets(data));
        return new BaseBackup(data, postgres, progress).take(backup);
    }

    /** As the command does it, for tests. */
    public static void take(Stack stack, Path to) {
        take(Layout.find(), stack.settings().data(), to, Progress.silent());
    }
}
