package cn.qingcheng.gateway.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
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

    private final HttpClient client;
    private final IdentitySettings settings;
    private volatile Map<String, Key> keys = Map.of();
    private volatile boolean lastFetchWorked;
    private @Nullable Future<Void> fetching;
    private long fetchedAtNanos;

    SigningKeys(Vertx vertx, IdentitySettings settings) {
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) FETCH_TIMEOUT_MILLIS));
        vertx.setPeriodic(0, settings.issuerKeysRefresh().toMillis(), tick -> fetch());
    }

    /** The key of that id, if it is known at this moment. */
    public Optional<Key> known(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** Whether the issuer could be asked lately; if not, an unknown key says nothing about the token. */
    public boolean areCurrent() {
        return lastFetchWorked;
    }

    /** Asks the issuer again, unless that was done a moment ago. Never fails; see {@link #areCurrent()}. */
    public synchronized Future<Void> lookAgain() {
        Future<Void> underWay = fetching;
        if (underWay != null) {
            return underWay;
        }
        boolean lately =
                System.nanoTime() - fetchedAtNanos < settings.issuerKeysPause().toNanos();
        return lately ? Future.succeededFuture() : fetch();
    }

    private synchronized Future<Void> fetch() {
        Future<Void> underWay = fetching;
        if (underWay != null) {
            return underWay;
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(settings.issuerKeys().toString())
                .setTimeout(FETCH_TIMEOUT_MILLIS);
        Future<Void> fetch = client.request(options)
                .compose(request -> request.send().compose(SigningKeys::bodyOf))
                .map(SigningKeys::parse)
                .onComplete(this::remember)
                .<Void>mapEmpty()
                .otherwiseEmpty();
        fetching = fetch.isComplete() ? null : fetch;
        return fetch;
    }

    private static Future<Buffer> bodyOf(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body()
                : Future.failedFuture("The issuer answered " + response.statusCode());
    }

    private synchronized void remember(io.vertx.core.AsyncResult<Map<String, Key>> result) {
        fetching = null;
        fetchedAtNanos = System.nanoTime();
        lastFetchWorked = result.succeeded();
        if (result.succeeded()) {
            keys = result.result();
        } else {
            LOG.warnf(
                    "The keys of the issuer cannot be read: %s", result.cause().getMessage());
        }
    }

    private static Map<String, Key> parse(Buffer body) {
        try {
            Map<String, Key> found = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(body.toString()).getJsonWebKeys()) {
                // An encryption key of the same set proves no signature.
                boolean signs = key.getUse() == null || Use.SIGNATURE.equals(key.getUse());
                if (signs && key.getKeyId() != null && key.getKey() instanceof java.security.PublicKey) {
                    found.put(key.getKeyId(), key.getKey());
                }
            }
            return Map.copyOf(found);
        } catch (JoseException e) {
            throw new IllegalStateException("The issuer's key set is malformed", e);
        }
    }
}
