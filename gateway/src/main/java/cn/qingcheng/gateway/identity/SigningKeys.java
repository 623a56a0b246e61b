package cn.qingcheng.gateway.identity;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, kept in memory and fetched without holding up a thread, so that an issuer that hangs delays
 * nobody whose key is known. While the issuer is away the last known keys stay good.
 */
@ApplicationScoped
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final long FETCH_TIMEOUT_MILLIS = 3_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final IdentitySettings settings;
    private final long timer;
    private volatile Map<String, Key> keys = Map.of();
    private volatile int version;
    private volatile boolean lastFetchWorked;
    private @Nullable Promise<Void> next;
    private long askedAtNanos;

    SigningKeys(Vertx vertx, IdentitySettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) FETCH_TIMEOUT_MILLIS));
        askedAtNanos = System.nanoTime() - settings.issuerKeysPause().toNanos();
        timer = vertx.setPeriodic(1, settings.issuerKeysRefresh().toMillis(), tick -> lookAgain());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** The key of that id, if it is known at this moment. */
    public Optional<Key> known(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** Changes with the keys: what was proved by others is to be proved again. */
    int version() {
        return version;
    }

    /** Whether the issuer could be asked lately; if not, an unknown key says nothing about the token. */
    public boolean areCurrent() {
        return lastFetchWorked;
    }

    /**
     * Completes when the issuer has been asked again, after this call: an answer from before may lack a key that it signs
     * with by now. However many callers come with unknown keys, they all wait for the same question, and those are one
     * pause apart. Never fails; see {@link #areCurrent()}.
     */
    public synchronized Future<Void> lookAgain() {
        Promise<Void> waiting = next;
        if (waiting == null) {
            waiting = Promise.promise();
            next = waiting;
            Duration since = Duration.ofNanos(System.nanoTime() - askedAtNanos);
            long wait = settings.issuerKeysPause().minus(since).toMillis();
            vertx.setTimer(Math.max(1, wait), now -> ask());
        }
        return waiting.future();
    }

    private void ask() {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(settings.issuerKeys().toString())
                .setTimeout(FETCH_TIMEOUT_MILLIS);
        Promise<Void> waiting = begin();
        client.request(options)
                .compose(request -> request.send().compose(SigningKeys::bodyOf))
                .map(SigningKeys::parse)
                .onComplete(result -> {
                    remember(result);
                    waiting.complete();
                });
    }

    private synchronized Promise<Void> begin() {
        Promise<Void> waiting = next == null ? Promise.promise() : next;
        next = null;
        askedAtNanos = System.nanoTime();
        return waiting;
    }

    private static Future<Buffer> bodyOf(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body()
                : Future.failedFuture("The issuer answered " + response.statusCode());
    }

    private synchronized void remember(AsyncResult<Map<String, Key>> result) {
        lastFetchWorked = result.succeeded();
        if (result.failed()) {
            LOG.warnf(
                    "The keys of the issuer cannot be read: %s", result.cause().getMessage());
        } else if (!keys.equals(result.result())) {
            keys = result.result();
            version = version + 1;
        }
    }

    private static Map<String, Key> parse(Buffer body) {
        try {
            Map<String, Key> found = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(body.toString()).getJsonWebKeys()) {
                // An encryption key of the same set proves no signature.
                boolean signs = key.getUse() == null || Use.SIGNATURE.equals(key.getUse());
                if (signs && key.getKeyId() != null && key.getKey() instanceof PublicKey) {
                    found.put(key.getKeyId(), key.getKey());
                }
            }
            return Map.copyOf(found);
        } catch (JoseException e) {
            throw new IllegalStateException("The issuer's key set is malformed", e);
        }
    }
}
