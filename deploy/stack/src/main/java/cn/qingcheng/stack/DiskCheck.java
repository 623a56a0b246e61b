package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says that the disk is full while this is still one sentence and not a damaged database. */
final class DiskCheck {
    /** An empty city takes about 0.5 GiB; the rest is room to work. */
    static final long NEEDED_BYTES = 2L << 30;

    private DiskCheck() {}

    static void require(Path folder, long neededBytes) {
        try {
            long usable = Files.getFileStore(folder).getUsableSpace();
            if (usable < neededBytes) {
                throw new StackFailure("The disk that holds %s is full: %d MiB are free, %d MiB are needed."
                        .formatted(folder, usable >> 20, neededBytes >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
