package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one folder that holds everything a running city writes; deleting it is all it takes to forget the city. */
public record DataFolder(Path path) {
    /** Present in every data folder, so that {@code --fresh} never deletes a folder that is not one. */
    private static final String MARK = "this-is-a-city";

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The database server's files; the folder may be the mount point of a disk of its own. */
    public Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    /** What a restore has put in the place of, each time in a folder of its own. */
    Path replaced() {
        return path.resolve("replaced");
    }

    /** Where a restore works until it has succeeded; a data folder itself. */
    DataFolder restoring() {
        return new DataFolder(path.resolve("restoring"));
    }

    Path keycloak() {
        return path.resolve("keycloak");
    }

    Path files(ServiceModule service) {
        return path.resolve("files").resolve(service.moduleName());
    }

    /** A process's own, so that two of a kind do not meet and nothing is left in the system's. */
    Path temporary(String processName) {
        return path.resolve("tmp").resolve(processName);
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String processName) {
        return logs().resolve(processName + ".log");
    }

    Path processes() {
        return path.resolve("run");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path accounts() {
        return path.resolve("accounts.json");
    }

    Path clock() {
        return path.resolve("clock.properties");
    }

    /** Addresses of the running city, for the other commands. */
    Path addresses() {
        return processes().resolve("addresses.properties");
    }

    Path cityFiles() {
        return path.resolve("sample-city");
    }

    Path cityLoaded() {
        return path.resolve("sample-city-loaded");
    }

    /** Creates the folder if there is none, readable by its owner alone: it holds keys and people. */
    public void create() {
        try {
            if (Files.isDirectory(path) && !isCity() && !isEmpty()) {
                throw new StackFailure(
                        path + " is not empty and no data folder of a city: choose another with --data.");
            }
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            if (!isCity()) {
                mark();
            }
            Files.createDirectories(logs());
            Files.createDirectories(processes());
        } catch (IOException e) {
            throw new StackFailure("The data folder " + path + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        try {
            if (!isCity() && !isEmpty()) {
                throw new StackFailure(path + " is no data folder of a city, so --fresh does not delete it.");
            }
            deleteTreeIfPresent(path);
            if (Files.exists(path)) {
                // A disk is mounted in it, so the folder remains and is still a city's.
                mark();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark() throws IOException {
        Files.writeString(path.resolve(MARK), "Made by deploy/up; deploy/up --fresh deletes this folder.\n");
    }

    private boolean isCity() {
        return Files.exists(path.resolve(MARK));
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    static void deleteTreeIfPresent(Path tree) {
        if (Files.exists(tree)) {
            try {
                deleteTree(tree);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What another disk is mounted on is emptied and stays, with the folders above it. */
    private static void deleteTree(Path tree) throws IOException {
        Set<Path> staying = new HashSet<>();
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (staying.contains(folder) || isMountPoint(folder)) {
                    staying.add(folder.getParent());
                } else {
                    Files.deleteIfExists(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isMountPoint(Path folder) throws IOException {
        return !Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent()));
    }
}
