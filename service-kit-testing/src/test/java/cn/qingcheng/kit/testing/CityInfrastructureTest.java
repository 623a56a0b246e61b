package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class CityInfrastructureTest {
    private static final Map<String, String> CITY = new CityInfrastructure().start();

    @Test
    void chineseTextHasTrigrams() throws SQLException {
        try (Connection connection = connect(CITY);
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_trgm");
            var found = statement.executeQuery("SELECT cardinality(show_trgm('创新平台')) > 1, uuidv7()");
            assertThat(found.next()).isTrue();
            assertThat(found.getBoolean(1)).isTrue();
            assertThat(found.getObject(2, UUID.class).version()).isEqualTo(7);
        }
    }

    @Test
    void everyStartHasAnEmptyDatabaseOnTheSameServers() {
        Map<String, String> other = new CityInfrastructure().start();

        assertThat(other.get("quarkus.datasource.jdbc.url")).isNotEqualTo(CITY.get("quarkus.datasource.jdbc.url"));
        assertThat(other.get("kafka.bootstrap.servers")).isEqualTo(CITY.get("kafka.bootstrap.servers"));
    }

    @Test
    void kafkaAnswers() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) CITY.get("kafka.bootstrap.servers")))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    private static Connection connect(Map<String, String> city) throws SQLException {
        return DriverManager.getConnection(city.get("quarkus.datasource.jdbc.url"), "city", "city");
    }
}
