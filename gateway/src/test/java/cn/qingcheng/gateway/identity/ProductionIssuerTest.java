package cn.qingcheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionIssuerTest {
    private static final String ISSUER = "https://id.city.example/realms/qingcheng";
    private static final URI KEYS = URI.create(ISSUER + "/protocol/openid-connect/certs");
    private static final List<String> PRODUCTION = List.of("prod");

    @Test
    void anIssuerElsewhereOverTlsIsBelieved() {
        assertThatCode(() -> ProductionIssuer.check(ISSUER, KEYS, PRODUCTION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8180/realms/qingcheng",
                "https://127.0.0.1/realms/qingcheng",
                "http://id.city.example/realms/qingcheng"
            })
    void theSampleIssuerIsRefusedByName(String issuer) {
        assertThatThrownBy(() -> ProductionIssuer.check(issuer, KEYS, PRODUCTION))
                .hasMessageStartingWith("QINGCHENG_ISSUER is " + issuer);
        assertThatCode(() -> ProductionIssuer.check(issuer, KEYS, List.of("stack")))
                .doesNotThrowAnyException();
    }

    @Test
    void keysOverPlainHttpAreRefused() {
        assertThatThrownBy(() -> ProductionIssuer.check(ISSUER, URI.create("http://keycloak:8080/certs"), PRODUCTION))
                .hasMessageContaining("QINGCHENG_ISSUER_KEYS");
    }
}
