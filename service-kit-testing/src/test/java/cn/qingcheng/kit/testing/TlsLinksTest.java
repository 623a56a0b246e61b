package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links of a service to PostgreSQL and Kafka over TLS, with the settings that deploy/README.md names. */
class TlsLinksTest {

    @TempDir
    static Path folder;

    private static Certificate ours;
    private static Certificate ofAnotherName;

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        ours = Certificate.make(folder, "localhost");
        ofAnotherName = Certificate.make(folder, "db.city.example");
    }

    @Test
    void aDatabaseIsSpokenToOverTlsWhenItsCertificateIsTheOneExpected() throws Exception {
        try (EmbeddedPostgres database = postgres(ours)) {
            assertThat(protocolOf(database, ours)).isIn("TLSv1.2", "TLSv1.3");
            assertThatThrownBy(() -> protocolOf(database, ofAnotherName)).hasMessageContaining("PKIX");
        }
    }

    @Test
    void aDatabaseWhoseCertificateIsForAnotherNameOrThatHasNoneIsNotSpokenTo() throws Exception {
        try (EmbeddedPostgres database = postgres(ofAnotherName)) {
            assertThatThrownBy(() -> protocolOf(database, ofAnotherName)).hasMessageContaining("hostname");
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            assertThatThrownBy(() -> protocolOf(database, ours)).hasMessageContaining("SSL");
        }
    }

    @Test
    void brokersAreSpokenToOverTlsWhenTheirCertificateIsTheOneExpected() throws Exception {
        String brokers = CityServers.startKafka(Map.of(
                "listener.security.protocol.map",
                "EXTERNAL:SSL,CONTROLLER:PLAINTEXT",
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                ours.store().toString(),
                "ssl.keystore.password",
                Certificate.PASSWORD,
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                ours.certificate().toString()));

        assertThat(nodesOf(brokers, "SSL", ours)).isEqualTo(1);
        assertThatThrownBy(() -> nodesOf(brokers, "SSL", ofAnotherName))
                .hasCauseInstanceOf(SslAuthenticationException.class);
        assertThatThrownBy(() -> nodesOf(brokers, "PLAINTEXT", ours)).hasCauseInstanceOf(TimeoutException.class);
    }

    private static EmbeddedPostgres postgres(Certificate certificate) throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                .setServerConfig("ssl_key_file", certificate.key().toString())
                .start();
    }

    private static String protocolOf(EmbeddedPostgres database, Certificate expected) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + database.getPort()
                + "/postgres?user=postgres&sslmode=verify-full&sslrootcert=" + expected.certificate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl")) {
            return row.next() ? row.getString(1) : "none";
        }
    }

    private static int nodesOf(String brokers, String protocol, Certificate expected) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "security.protocol",
                protocol,
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                expected.certificate().toString(),
                "default.api.timeout.ms",
                "5000",
                "request.timeout.ms",
                "4000");
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get().size();
        }
    }
}
