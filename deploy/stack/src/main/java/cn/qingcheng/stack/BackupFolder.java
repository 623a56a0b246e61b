package cn.qingcheng.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * One backup: {@code base} is the database server's files as they were, {@code wal} the server's log since, compressed,
 * {@code city} the other files of the city, and {@code manifest.json} says what the base consists of. A backup grows
 * until the next one is taken.
 */
record BackupFolder(Path path) {
    private static final String SUFFIX = ".gz";
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    BackupFolder {
        path = path.toAbsolutePath().normalize();
    }

    Path base() {
        return path.resolve("base");
    }

    Path wal() {
        return path.resolve("wal");
    }

    Path city() {
        return path.resolve("city");
    }

    Path manifest() {
        return path.resolve("manifest.json");
    }

    /** Where a piece of the log lies, present or not. */
    Path piece(String name) {
        return wal().resolve(name + SUFFIX);
    }

    List<Path> pieces() {
        try (Stream<Path> files = Files.list(wal())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a piece that the server itself has not archived. */
    void keep(Path piece) {
        Path kept = piece(piece.getFileName().toString());
        Path draft = kept.resolveSibling(kept.getFileName() + ".part");
        try {
            Files.deleteIfExists(draft);
            try (OutputStream out = new GZIPOutputStream(Channels.newOutputStream(Files.newByteChannel(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNERS_FILE)))) {
                Files.copy(piece, out);
            }
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the folder, readable by its owner alone: a backup holds all that the city holds, keys included. */
    void create() {
        if (Files.exists(path)) {
            throw new StackFailure(path + " is there already: choose another folder with --to.");
        }
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            for (Path folder : List.of(path, base(), wal(), city())) {
                Files.createDirectory(folder, ownerAlone);
            }
        } catch (IOException e) {
            throw new StackFailure("The backup's folder " + path + " cannot be made: " + e.getMessage() + ".", e);
        }
    }
}
