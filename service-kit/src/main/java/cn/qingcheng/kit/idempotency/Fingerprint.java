package cn.qingcheng.kit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qingcheng.kit.problem.JsonBodyReader;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** SHA-256 of a request: method, path, query and body. A streamed body is watched as it passes, never held. */
final class Fingerprint {

    private static final int DRAIN_BYTES = 64 * 1024;

    private final MessageDigest digest = sha256();
    private @Nullable DigestInputStream stream;

    Fingerprint(RoutingContext request) {
        String query = request.request().query();
        String line = request.request().method() + " " + request.request().path() + "?" + (query == null ? "" : query);
        digest.update((line + "\n").getBytes(UTF_8));
        byte[] json = JsonBodyReader.digest(request);
        if (json != null) {
            digest.update(json);
        }
    }

    /** The arguments of the resource method, a streamed body among them replaced by one that is watched. */
    Object[] watch(Object[] arguments) {
        Object[] watched = arguments.clone();
        for (int i = 0; i < watched.length; i++) {
            if (watched[i] instanceof InputStream body) {
                stream = new DigestInputStream(body, digest);
                watched[i] = stream;
            } else if (watched[i] instanceof byte[] body) {
                digest.update(body);
            } else if (watched[i] instanceof String text) {
                digest.update(text.getBytes(UTF_8));
            }
        }
        return watched;
    }

    /** The fingerprint; reads a streamed body to its end first. */
    byte[] finish() {
        if (stream != null) {
            try {
                byte[] buffer = new byte[DRAIN_BYTES];
                while (stream.read(buffer) >= 0) {
                    // the digest takes it
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
