package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCertificate;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClientOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS and HTTP/2, which comes with it. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class TlsTest {

    private static final int ECDSA_AES_CBC = 0xc009;
    private static final int ECDSA_AES_GCM = 0xc02b;

    @Inject
    Vertx vertx;

    @TestHTTPResource(value = "/", tls = true)
    URI address;

    @Test
    void http2IsSpokenAndTheServiceHearsTheSame() {
        JsonObject posted = new JsonObject(http2(HttpMethod.POST, "/talent/v1/me?x=1", "{\"a\":1}"));
        JsonObject got = new JsonObject(http2(HttpMethod.GET, "/talent/v1/me", ""));

        assertThat(posted.getString("body")).isEqualTo("{\"a\":1}");
        assertThat(posted.getString("uri")).isEqualTo("/talent/v1/me?x=1");
        assertThat(posted.getJsonObject("headers").getJsonArray("host").getString(0))
                .isEqualTo("localhost:" + address.getPort());
        assertThat(posted.getJsonObject("headers")
                        .getJsonArray("x-forwarded-proto")
                        .getString(0))
                .isEqualTo("https");
        assertThat(got.getString("method")).isEqualTo("GET");
    }

    @Test
    void anAnswerThatBreaksOffEndsItsStreamAndNoOther() {
        HttpClient client = client();

        Future<Buffer> broken = client.request(get("/subsidy/v1/half"))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body());
        Future<Buffer> other = client.request(get("/talent/v1/me"))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body());

        assertThat(join(other).toString()).contains("talent-");
        await().until(broken::isComplete);
        assertThat(broken.failed()).isTrue();
    }

    @Test
    void inClearTextItIsNot() {
        String upgrade = Caller.raw(
                "GET /talent/v1/me HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__");

        assertThat(upgrade).startsWith("HTTP/1.1 200").doesNotContain("101 Switching", "http2-settings");
    }

    @Test
    void aRenewedCertificateIsShownWithoutARestart() {
        String before = shown();
        assertThat(before).startsWith("CN=");
        Path file = ConfigProvider.getConfig().getValue("quarkus.tls.key-store.p12.path", Path.class);

        TestCertificate.replace(file, TestCertificate.make("renewed.gateway"));

        await().atMost(Duration.ofSeconds(15)).ignoreExceptions().until(() -> shown().equals("CN=renewed.gateway"));
    }

    @ParameterizedTest
    @ValueSource(ints = {ClientHello.TLS_1_0, ClientHello.TLS_1_1})
    void versionsBefore12AreRefused(int version) {
        assertThat(ClientHello.answerTo(address.getPort(), version, ECDSA_AES_CBC, ECDSA_AES_GCM))
                .isEqualTo(ClientHello.REFUSED);
    }

    /** With ECDSA, as the certificate is: RC4, 3DES, and AES in the mode CBC. */
    @ParameterizedTest
    @ValueSource(ints = {0xc007, 0xc008, ECDSA_AES_CBC, 0xc00a, 0xc023, 0xc024})
    void weakSuitesAreRefused(int suite) {
        assertThat(ClientHello.answerTo(address.getPort(), ClientHello.TLS_1_2, suite))
                .isEqualTo(ClientHello.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {ECDSA_AES_GCM, 0xc02c, 0xcca9})
    void goodSuitesOf12AreTaken(int suite) {
        assertThat(ClientHello.answerTo(address.getPort(), ClientHello.TLS_1_2, ECDSA_AES_CBC, suite))
                .isEqualTo(ClientHello.TAKEN);
    }

    @Test
    void whoSpeaks13IsAnsweredInIt() {
        NetClientOptions options = new NetClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setHostnameVerificationAlgorithm("")
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));

        String protocol = join(vertx.createNetClient(options)
                .connect(address.getPort(), "localhost")
                .map(socket -> socket.sslSession().getProtocol()));

        assertThat(protocol).isEqualTo("TLSv1.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/talent/v1/me", "/talent/v1/framed", "/nowhere", "/docs/", "/", "/talent/v1/%2e%2e"})
    void everyAnswerTellsABrowserToComeBackOverTls(String path) {
        String told = join(client().request(get(path))
                .compose(HttpClientRequest::send)
                .map(response -> String.join(" and ", response.headers().getAll("Strict-Transport-Security"))));

        assertThat(told).isEqualTo("max-age=31536000; includeSubDomains");
    }

    @Test
    void anEndlessHeadEndsTheConnection() throws Exception {
        int before = requestsSeen();
        try (Http2Bytes connection = new Http2Bytes(address.getPort())) {
            connection.frame(Http2Bytes.HEADERS, 0, 1, Http2Bytes.GET_SUBSIDY);

            assertThat(connection.endsDuring(() -> connection.frame(Http2Bytes.CONTINUATION, 0, 1, new byte[1])))
                    .isTrue();
        }
        assertThat(requestsSeen() - before).isEqualTo(1);
    }

    @Test
    void whoTakesBackRequestsWithoutEndIsCutOff() throws Exception {
        try (Http2Bytes connection = new Http2Bytes(address.getPort())) {
            AtomicInteger stream = new AtomicInteger(1);

            assertThat(connection.endsDuring(() -> {
                        int id = stream.getAndAdd(2);
                        connection.frame(Http2Bytes.HEADERS, Http2Bytes.END, id, Http2Bytes.GET_SUBSIDY);
                        connection.frame(Http2Bytes.RESET, 0, id, new byte[] {0, 0, 0, 8});
                    }))
                    .isTrue();
        }
        await().untilAsserted(() -> assertThat(Caller.outstanding("subsidy")).isZero());
    }

    private static int requestsSeen() {
        return Caller.json(Caller.get("/subsidy/v1/me")).getInteger("requests");
    }

    private String shown() {
        NetClientOptions options =
                new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm("");
        return join(vertx.createNetClient(options)
                .connect(address.getPort(), "localhost")
                .map(socket -> {
                    try {
                        List<java.security.cert.Certificate> chain = socket.peerCertificates();
                        return ((X509Certificate) chain.get(0))
                                .getSubjectX500Principal()
                                .getName();
                    } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        socket.close();
                    }
                }));
    }

    private String http2(HttpMethod method, String path, String body) {
        return join(client().request(get(path).setMethod(method))
                        .compose(request -> request.send(Buffer.buffer(body)))
                        .compose(response -> {
                            assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
                            return response.body();
                        }))
                .toString();
    }

    private io.vertx.core.http.RequestOptions get(String path) {
        return new io.vertx.core.http.RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("localhost")
                .setPort(address.getPort())
                .setSsl(true)
                .setURI(path);
    }

    private HttpClient client() {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false));
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
