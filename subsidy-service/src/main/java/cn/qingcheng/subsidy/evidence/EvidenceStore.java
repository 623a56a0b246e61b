package cn.qingcheng.subsidy.evidence;

import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps evidence in a folder. A file is named by its own digest, so a later upload never changes what an officer has
 * already seen; memory use does not depend on its size.
 */
@ApplicationScoped
public class EvidenceStore {
    /** The largest file accepted, in bytes. */
    public static final long MAX_BYTES = 10L * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;

    @Inject
    public EvidenceStore(@ConfigProperty(name = "qingcheng.files") String files) {
        folder = Path.of(files, "evidence");
    }

    /**
     * Takes in the stream to its end.
     *
     * @throws ProblemException 400 when empty, 413 above {@link #MAX_BYTES}, 415 when it is no accepted type
     */
    public StoredFile store(UUID applicationId, InputStream content) {
        Path own = folder.resolve(applicationId.toString());
        Path coming = own.resolve("incoming-" + UUID.randomUUID());
        try {
            Files.createDirectories(own);
            try {
                return take(content, own, coming);
            } finally {
                Files.deleteIfExists(coming);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("evidence cannot be written below " + folder, failed);
        }
    }

    /** Where a stored file lies. */
    public Path path(UUID applicationId, String fileName) {
        return folder.resolve(applicationId.toString()).resolve(fileName);
    }

    private static StoredFile take(InputStream content, Path own, Path coming) throws IOException {
        byte[] first = content.readNBytes(EvidenceType.SIGNATURE_BYTES);
        if (first.length == 0) {
            throw new ProblemException(EvidenceProblem.EVIDENCE_EMPTY);
        }
        EvidenceType type =
                EvidenceType.of(first).orElseThrow(() -> new ProblemException(EvidenceProblem.EVIDENCE_TYPE_REFUSED));
        MessageDigest digest = sha256();
        digest.update(first);
        long size = first.length;
        try (OutputStream out = Files.newOutputStream(coming)) {
            out.write(first);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > MAX_BYTES) {
                    throw new ProblemException(EvidenceProblem.EVIDENCE_TOO_LARGE, MAX_BYTES);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Files.move(coming, own.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
        return new StoredFile(sha256, type, size, sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
