package cn.qingcheng.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands around the gateway in its tests: two instances of talent-service, one of subsidy-service, one of
 * housing-service beside an address where nobody listens, two addresses for
 * platform-service where nobody listens, and an issuer of tokens.
 */
public class TestCity implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("qingcheng.upstream.talent", service("talent-1") + "," + service("talent-2"));
        settings.put("qingcheng.upstream.subsidy", service("subsidy-1"));
        settings.put("qingcheng.upstream.housing", nobody() + "," + service("housing-1"));
        settings.put("qingcheng.upstream.platform", nobody() + "," + nobody());
        settings.put("qingcheng.upstream.connections-per-instance", "8");
        settings.put("qingcheng.upstream.waiting-per-instance", "4");
        settings.put("qingcheng.upstream.wait-timeout", "1S");
        settings.put("qingcheng.upstream.failures-allowed", "20");
        settings.put("qingcheng.upstream.probe-every", "100MS");
        settings.put("qingcheng.gateway.route.talent.max-stream", "4G");
        settings.put("qingcheng.gateway.route.subsidy.answer-timeout", "400MS");
        settings.put("qingcheng.gateway.route.subsidy.total-timeout", "1S");
        settings.put("qingcheng.gateway.route.subsidy.stream-idle-timeout", "1S");
        settings.put("qingcheng.gateway.route.subsidy.stream-total-timeout", "4S");
        settings.put("qingcheng.gateway.route.subsidy.max-body", "1K");
        settings.put("qingcheng.gateway.route.subsidy.max-stream", "100K");

        settings.put("quarkus.http.cors.origins", "https://talent.example");

        settings.put(
                "quarkus.tls.key-store.p12.path",
                TestCertificate.make("first.gateway").toString());
        settings.put("quarkus.tls.key-store.p12.password", TestCertificate.PASSWORD);
        settings.put("quarkus.tls.reload-period", "1S");
        settings.put("quarkus.http.test-ssl-port", "0");

        KeyPair first = keyPair();
        KeyPair second = keyPair();
        int issuer = TestIssuer.start(vertx, first, second);
        settings.put("qingcheng.issuer", "http://localhost:" + issuer + "/realms/qingcheng");
        settings.put("qingcheng.issuer-keys-pause", "100MS");
        settings.put("test.key.first", encoded(first));
        settings.put("test.key.second", encoded(second));
        return settings;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String service(String name) {
        return "http://127.0.0.1:" + TestService.start(vertx, name, 0);
    }

    private static String nobody() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }
}
