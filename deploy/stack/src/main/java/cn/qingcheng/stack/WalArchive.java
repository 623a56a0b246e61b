package cn.qingcheng.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * Where PostgreSQL's log goes. The server always calls the same script with each finished piece of it; a link in the
 * data folder says which backup the pieces belong to, so that archiving begins and changes without a restart.
 */
final class WalArchive {
    private static final String SCRIPT = "archive-wal";

    private final DataFolder data;

    WalArchive(DataFolder data) {
        this.data = data;
    }

    private Path script() {
        return data.path().resolve(SCRIPT);
    }

    private Path link() {
        return data.path().resolve("archive");
    }

    /** Writes the script; the server is started with {@link #command}. */
    void install() {
        try (InputStream text = WalArchive.class.getResourceAsStream(SCRIPT)) {
            PropertyFile.write(
                    script(), new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server runs for each piece, as its {@code archive_command}. */
    String command() {
        return "sh " + Shell.quoted(script()) + " '%p' '%f'";
    }

    /** What a recovering server runs to get a piece back from a backup, as its {@code restore_command}. */
    static String restoreCommand(BackupFolder backup) {
        String piece = Shell.quoted(backup.wal()) + "/'%f'.gz";
        return "test -f " + piece + " && gzip -dc " + piece + " > '%p'";
    }

    /** The backup that the log goes to, if any. */
    Optional<BackupFolder> target() {
        try {
            return Files.isSymbolicLink(link())
                    ? Optional.of(new BackupFolder(Files.readSymbolicLink(link())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the log goes to this backup. */
    void continueIn(BackupFolder backup) {
        Path draft = link().resolveSibling("archive.tmp");
        try {
            Files.deleteIfExists(draft);
            Files.createSymbolicLink(draft, backup.path());
            Files.move(draft, link(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the log goes nowhere. */
    void end() {
        try {
            Files.deleteIfExists(link());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A backup failed half-way: the log goes where it went before, with the pieces that came in between. */
    void returnTo(Optional<BackupFolder> before, BackupFolder failed) {
        if (before.isEmpty()) {
            end();
            return;
        }
        continueIn(before.get());
        for (Path piece : failed.pieces()) {
            try {
                Files.move(piece, before.get().wal().resolve(piece.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
