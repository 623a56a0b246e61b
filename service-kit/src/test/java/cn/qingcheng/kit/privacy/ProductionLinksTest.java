package cn.qingcheng.kit.privacy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionLinksTest {
    private static final String DATABASE = "jdbc:postgresql://db.city.example:5432/talent?sslmode=verify-full";
    private static final String BROKERS = "kafka-1.city.example:9093,kafka-2.city.example:9093";
    private static final Optional<String> UNSAID = Optional.empty();

    private static ProductionLinks of(String database, String brokers, String protocol) {
        return new ProductionLinks(database, UNSAID, brokers, Optional.of(protocol), UNSAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL", "SASL_SSL"})
    void linksToOtherMachinesOverTlsAreTaken(String protocol) {
        assertThatCode(of(DATABASE, BROKERS, protocol)::check).doesNotThrowAnyException();
    }

    @Test
    void whatStaysOnTheMachineNeedsNone() {
        assertThatCode(of("jdbc:postgresql://localhost:5432/talent", "127.0.0.1:9092,[::1]:9092", "PLAINTEXT")::check)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.city.example/talent",
                "jdbc:postgresql://db.city.example/talent?sslmode=require",
                "jdbc:postgresql://db.city.example/talent?sslmode=verify-ca",
                "jdbc:postgresql://localhost,db.city.example/talent?sslmode=prefer",
                "jdbc:postgresql://127.0.0.1.city.example@db/talent",
                "jdbc:other://db.city.example/talent"
            })
    void aDatabaseWhoseCertificateNobodyChecksIsRefused(String database) {
        assertThatThrownBy(of(database, BROKERS, "SSL")::check).hasMessageContaining("sslmode=verify-full");
    }

    @Test
    void theSettingBesideTheAddressCounts() {
        ProductionLinks links = new ProductionLinks(
                "jdbc:postgresql://db.city.example/talent",
                Optional.of("verify-full"),
                BROKERS,
                Optional.of("SSL"),
                UNSAID);

        assertThatCode(links::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAINTEXT", "SASL_PLAINTEXT"})
    void brokersInClearTextAreRefused(String protocol) {
        assertThatThrownBy(of(DATABASE, BROKERS, protocol)::check).hasMessageContaining("KAFKA_SECURITY_PROTOCOL");
    }

    @Test
    void brokersWhoseNamesNobodyChecksAreRefused() {
        ProductionLinks links = new ProductionLinks(DATABASE, UNSAID, BROKERS, Optional.of("SSL"), Optional.of("none"));

        assertThatThrownBy(links::check).hasMessageContaining("ENDPOINT_IDENTIFICATION");
    }
}
