package cn.qingcheng.gateway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway in the profile it has unless told otherwise. */
class ProductionTest {

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final int port = GatewayProcess.freePort();
    private final int tlsPort = GatewayProcess.freePort();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "QUARKUS_HTTP_PORT", Integer.toString(port),
            "QUARKUS_HTTP_SSL_PORT", Integer.toString(tlsPort),
            "QINGCHENG_ISSUER", "https://id.city.example/realms/qingcheng"));
    private Process gateway;

    @AfterEach
    void stop() {
        gateway.destroyForcibly();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void withoutACertificateItDoesNotStartAndSaysSoInJson() throws Exception {
        environment.put("QINGCHENG_UPSTREAM_TALENT", "http://127.0.0.1:1");
        GatewayProcess process = new GatewayProcess(folder);

        gateway = process.start(environment);

        assertThat(gateway.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.exitValue()).isNotZero();
        assertThat(process.lines()).anySatisfy(line -> assertThat(line.encode()).contains("without enabling SSL"));
    }

    @Test
    void withOneItListensOverTlsAlone() {
        environment.put(
                "QUARKUS_TLS_KEY_STORE_P12_PATH",
                TestCertificate.make("production.gateway").toString());
        environment.put("QUARKUS_TLS_KEY_STORE_P12_PASSWORD", TestCertificate.PASSWORD);

        gateway = new GatewayProcess(folder).start(environment);

        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> statusOverTls() == 200);
        assertThat(isOpen(port)).as("the port without TLS").isFalse();
    }

    private int statusOverTls() {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false));
        RequestOptions live = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("localhost")
                .setPort(tlsPort)
                .setURI("/q/health/live");
        return client.request(live)
                .compose(request -> request.send())
                .map(response -> response.statusCode())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
