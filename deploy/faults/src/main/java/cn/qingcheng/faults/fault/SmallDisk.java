package cn.qingcheng.faults.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A small disk in memory under the database server's files, which a file of ballast fills up. Only root may mount it. */
public final class SmallDisk implements AutoCloseable {
    private static final int MEBIBYTES = 1_536;
    private static final int PIECE_BYTES = 1 << 20;
    private static final int PATIENCE_SECONDS = 10;

    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /**
     * Mounts the disk on a folder, or takes the one that is mounted there already. Where something else lies there is none,
     * and neither where mounting is not allowed.
     */
    public static SmallDisk under(Path folder) {
        return of(folder, MEBIBYTES);
    }

    static SmallDisk of(Path folder, int mebibytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean mounted = run("mountpoint", "-q", folder.toString()) || (isEmpty(folder) && mount(folder, mebibytes));
        return new SmallDisk(folder, mounted);
    }

    private static boolean mount(Path folder, int mebibytes) {
        String options = "mode=700,size=" + mebibytes + "m";
        return run("mount", "-t", "tmpfs", "-o", options, "qingcheng", folder.toString());
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isMounted() {
        return mounted;
    }

    /** Takes all the room that is left. */
    void fill() {
        byte[] piece = new byte[PIECE_BYTES];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // That is what it was for.
        }
    }

    /** Gives the room back. */
    void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Forgets what lies on it; nothing may use it any more. */
    @Override
    public void close() {
        if (mounted && !run("umount", folder.toString())) {
            throw new IllegalStateException("the small disk on " + folder + " is still in use");
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
