package cn.qingcheng.checker;

import cn.qingcheng.checker.source.Consumers;
import cn.qingcheng.kit.testing.CityServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.flywaydb.core.Flyway;

/**
 * A small sound city in real databases, made by the services' own migrations, and in a real broker. A test breaks it as
 * it likes: a database it changes becomes a copy of its own.
 */
public final class TestCity {
    private static final List<String> SERVICES = List.of("talent", "subsidy", "housing", "platform");
    private static final String SUPERUSER = "postgres";
    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET = Stream.of(
                    "kafka", "org.apache.kafka", "org.flywaydb", "io.zonky.test", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    private static int copies;
    private static String server = "";
    private static TestBroker broker = new TestBroker("");

    private final Path data;
    /** Of the databases this test has changed; the others are everybody's and as they were made. */
    private final Map<String, String> ownUrls = new HashMap<>();

    private TestCity(Path data) {
        this.data = data;
    }

    /** A sound city whose events are nowhere yet. */
    public static synchronized TestCity withoutEvents(Path data) {
        if (server.isEmpty()) {
            QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
            Map<String, String> servers = CityServers.newCity();
            String url = servers.getOrDefault("jdbcUrl", "");
            server = url.substring(0, url.lastIndexOf('/') + 1);
            broker = new TestBroker(servers.getOrDefault("kafka", ""));
            SERVICES.forEach(TestCity::makeDatabase);
            SERVICES.forEach(TestCity::writeTimeline);
            // Where the checker expects Keycloak's database; of its tables only the one it reads.
            execute(
                    server + "postgres",
                    "create table user_entity (id text, username text)",
                    "insert into user_entity values ('account-a', 'graduate-a'), ('account-b', 'graduate-b'),"
                            + " ('account-finance', 'finance1'), ('account-employer', 'service-account-employer-1ma')");
        }
        return new TestCity(data);
    }

    /** A sound city whose events stand in Kafka, in topics that held nothing before. */
    public static TestCity withEvents(Path data) {
        TestCity test = withoutEvents(data);
        Set<String> topics = new TreeSet<>();
        Consumers.names().forEach(consumer -> topics.addAll(Consumers.topicsOf(consumer)));
        topics.addAll(List.of("housing.unit.v1", "platform.platform.v1", "platform.target.v1"));
        broker.remakeTopics(topics);
        SERVICES.forEach(test::relay);
        return test;
    }

    public CityUnderCheck city() {
        Map<String, String> urls = new HashMap<>();
        for (String service : SERVICES) {
            urls.put(service, url(service));
        }
        urls.put("keycloak", server + "postgres");
        return new CityUnderCheck(urls, SUPERUSER, "", broker.address(), data);
    }

    private String url(String service) {
        return ownUrls.getOrDefault(service, server + service);
    }

    /** Breaks the city with what its schema allows. */
    public TestCity change(String service, String... statements) {
        execute(ownUrls.computeIfAbsent(service, TestCity::copy), statements);
        return this;
    }

    /** Breaks the city against the will of its triggers and foreign keys. */
    public TestCity force(String service, String... statements) {
        List<String> all = new ArrayList<>(List.of("set session_replication_role = replica"));
        all.addAll(List.of(statements));
        return change(service, all.toArray(String[]::new));
    }

    /** Takes away a constraint of any kind, so that what it forbids can be planted. */
    public TestCity without(String service, String table, String constraintOrIndex) {
        return change(
                service,
                "alter table " + table + " drop constraint if exists " + constraintOrIndex,
                "drop index if exists " + constraintOrIndex);
    }

    /** Sends what one outbox holds, in order, as the relay does. */
    private void relay(String service) {
        try (Connection connection = DriverManager.getConnection(url(service), SUPERUSER, "");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select topic, key, event_id::text, type, occurred_at, data::text"
                                + " from outbox order by position")) {
            while (row.next()) {
                send(event(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant().toString(),
                        row.getString(6)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event as it stands in Kafka. */
    public static ProducerRecord<String, byte[]> event(
            String topic, String key, String id, String type, String time, String data) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
        String source = topic.substring(0, topic.indexOf('.')) + "-service";
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_type", type,
                        "ce_source", source,
                        "ce_subject", key,
                        "ce_time", time,
                        "content-type", "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    public TestCity send(ProducerRecord<String, byte[]> message) {
        broker.send(message);
        return this;
    }

    /** Sends, and says where it stands then. */
    public RecordMetadata sendAndTell(ProducerRecord<String, byte[]> message) {
        return broker.send(message);
    }

    /** Notes in Kafka that a consumer has had everything there is. */
    public void heard(String consumer) {
        broker.noteHeard(consumer);
    }

    /** Makes a topic if it is not there. */
    public TestCity withTopic(String name) {
        broker.makeTopic(name);
        return this;
    }

    /** A line of a file of the data folder. */
    public TestCity write(String file, String text) {
        try {
            Path path = data.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeDatabase(String service) {
        execute(server + "postgres", "create database " + service);
        Flyway.configure()
                .dataSource(server + service, SUPERUSER, "")
                .locations("filesystem:../../" + service + "-service/src/main/resources/db/migration")
                .load()
                .migrate();
        try {
            execute(server + service, Files.readString(Path.of("src/test/resources/city", service + ".sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every happening of a service stands in the timeline of whom it is about. */
    private static void writeTimeline(String service) {
        List<String> heard = Consumers.topicsOf("talent.timeline");
        try (Connection from = DriverManager.getConnection(server + service, SUPERUSER, "");
                Connection to = DriverManager.getConnection(server + "talent", SUPERUSER, "");
                Statement statement = from.createStatement();
                PreparedStatement insert = to.prepareStatement("insert into timeline_entry (id, talent_id, occurred_at,"
                        + " service, type, data) values (?::uuid, ?::uuid, ?::timestamptz, ?, ?, ?::jsonb)");
                ResultSet row =
                        statement.executeQuery("select event_id, data ->> 'talentId', occurred_at::text, '" + service
                                + "', type, (select coalesce(jsonb_object_agg(key, value #>> '{}'), '{}') from jsonb_each(data)"
                                + " where jsonb_typeof(value) not in ('object', 'array', 'null')), topic from outbox"
                                + " where data ->> 'talentId' is not null")) {
            while (row.next()) {
                if (heard.contains(row.getString(7))) {
                    for (int column = 1; column <= 6; column++) {
                        insert.setString(column, row.getString(column));
                    }
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized String copy(String service) {
        String copy = service + "_" + ++copies;
        execute(server + "postgres", "create database " + copy + " template " + service);
        return server + copy;
    }

    private static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url, SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
