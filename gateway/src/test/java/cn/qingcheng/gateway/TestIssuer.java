package cn.qingcheng.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** Publishes its first key, and the second one once it has been told to; and counts how often it is asked. */
final class TestIssuer {

    private TestIssuer() {}

    static int start(Vertx vertx, KeyPair first, KeyPair second) {
        JsonWebKeySet keys = new JsonWebKeySet(key("first", first, "sig"), key("encryption", second, "enc"));
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            switch (request.path()) {
                case "/realms/qingcheng/protocol/openid-connect/certs" -> {
                    asked.incrementAndGet();
                    request.response().end(keys.toJson(OutputControlLevel.PUBLIC_ONLY));
                }
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
