package cn.qingcheng.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The issuer's address is good; what it answers is not. */
class NoRedirectsTest {
    private static final String ISSUER = "https://id.city.example/realms/qingcheng";

    private final AtomicInteger askedElsewhere = new AtomicInteger();
    private RsaJsonWebKey forgers;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException, JoseException {
        forgers = RsaJwkGenerator.generateJwk(2048);
        forgers.setKeyId("forged");
        byte[] keys = new JsonWebKeySet(forgers).toJson().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/elsewhere", exchange -> {
            askedElsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.createContext("/certs", exchange -> {
            exchange.getResponseHeaders().set("Location", address("/elsewhere"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theIssuersKeysAreNotTakenFromWhereItsAnswerPoints() {
        String token =
                Jwt.issuer(ISSUER).subject("mallory").jws().keyId("forged").sign(forgers.getPrivateKey());
        HttpURLConnection.setFollowRedirects(true);

        new NoRedirects().refuse(new StartupEvent());

        JWTAuthContextInfo settings = new JWTAuthContextInfo(address("/certs"), ISSUER);
        assertThatThrownBy(() -> new DefaultJWTParser(settings).parse(token)).isInstanceOf(ParseException.class);
        assertThat(askedElsewhere).hasValue(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
