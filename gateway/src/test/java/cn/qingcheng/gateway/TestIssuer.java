package cn.qingcheng.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Publishes its first key, and the second one once it has been told to; says that its keys are elsewhere while it is told
 * to; and counts how often it is asked, there and elsewhere.
 */
final class TestIssuer {

    private TestIssuer() {}

    static int start(Vertx vertx, KeyPair first, KeyPair second) {
        JsonWebKeySet keys = new JsonWebKeySet(key("first", first, "sig"), key("encryption", second, "enc"));
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger askedElsewhere = new AtomicInteger();
        AtomicBoolean isMoved = new AtomicBoolean();
        Set<String> authorizations = ConcurrentHashMap.newKeySet();
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            authorizations.addAll(request.headers().getAll("Authorization"));
            switch (request.path()) {
                case "/realms/qingcheng/protocol/openid-connect/certs" -> {
                    asked.incrementAndGet();
                    if (isMoved.get()) {
                        request.response().setStatusCode(302).putHeader("Location", "/elsewhere");
                    }
                    request.response().end(keys.toJson(OutputControlLevel.PUBLIC_ONLY));
                }
                case "/elsewhere" -> {
                    askedElsewhere.incrementAndGet();
                    request.response().end(keys.toJson(OutputControlLevel.PUBLIC_ONLY));
                }
                case "/move", "/move-back" -> {
                    isMoved.set(request.path().equals("/move"));
                    request.response().end();
                }
                case "/asked-elsewhere" -> request.response().end(askedElsewhere.toString());
                case "/authorizations" -> request.response().end(authorizations.toString());
                case "/rotate" -> {
                    keys.addJsonWebKey(key("second", second, "sig"));
                    request.response().end();
                }
                case "/asked" -> request.response().end(asked.toString());
                default -> request.response().setStatusCode(404).end();
            }
        });
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private static RsaJsonWebKey key(String id, KeyPair pair, String use) {
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
        key.setKeyId(id);
        key.setUse(use);
        return key;
    }
}
