package cn.qingcheng.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a base backup consists of.
 *
 * @param begun real time, ISO 8601
 * @param finished real time, ISO 8601; nothing before it can be restored from this backup
 * @param systemIdentifier PostgreSQL's own number of the cluster
 * @param firstPiece the piece of the log a restore begins with
 * @param lastPiece the last piece without which the base is not consistent
 * @param files by path below {@code base}
 */
record BackupManifest(
        String begun,
        String finished,
        String serverVersion,
        String systemIdentifier,
        String firstPiece,
        String lastPiece,
        SortedMap<String, Content> files) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** A file as it was copied. */
    record Content(long bytes, String sha256) {}

    long bytes() {
        return files.values().stream().mapToLong(Content::bytes).sum();
    }

    Instant earliest() {
        return Instant.parse(finished);
    }

    void write(BackupFolder backup) {
        try {
            PropertyFile.write(backup.manifest(), JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BackupManifest read(BackupFolder backup) {
        if (!Files.isRegularFile(backup.manifest())) {
            throw new StackFailure(backup.path() + " holds no finished backup: it has no manifest.json.");
        }
        try {
            return JSON.readValue(backup.manifest().toFile(), BackupManifest.class);
        } catch (IOException e) {
            throw new StackFailure("The backup's " + backup.manifest() + " is damaged: " + e.getMessage() + ".", e);
        }
    }

    /** Reads the whole base again and the pieces of the log it needs, and compares. */
    void verify(BackupFolder backup, Progress progress) {
        for (Map.Entry<String, Content> file : files.entrySet()) {
            progress.tick();
            Path path = backup.base().resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                throw new StackFailure("The backup is damaged: " + path + " is missing.");
            }
            if (!OwnerFiles.content(path).equals(file.getValue())) {
                throw new StackFailure("The backup is damaged: " + path + " is not what was written.");
            }
        }
        for (String piece = firstPiece; ; piece = WalPiece.after(piece)) {
            progress.tick();
            WalPiece.verify(backup.piece(piece));
            if (piece.equals(lastPiece)) {
                return;
            }
        }
    }
}
