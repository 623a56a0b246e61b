package cn.qingcheng.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/**
 * The servers of one test JVM. Loaded by the system class loader, so that every Quarkus application the JVM starts, each
 * with class loaders of its own, meets the same servers; they end with the JVM.
 */
public final class CityServers {
    static final String PREFIX = "qingcheng.test.";

    /** By which the key of all test tokens is found among those published. */
    static final String KEY_ID = "test";

    /** Set for measurements: commits then reach the disk, as they do where the data matter. */
    private static final String DURABLE = PREFIX + "durable";

    private static final Map<String, String> COORDINATES = new HashMap<>();
    private static int databases;

    private CityServers() {}

    /** Starts what is not started, makes a new empty database, and tells where everything is. Called by reflection. */
    public static synchronized Map<String, String> newCity() {
        if (COORDINATES.isEmpty()) {
            inOwnClassLoader(() -> {
                startAll();
                return true;
            });
        }
        Map<String, String> city = new HashMap<>(COORDINATES);
        String database = "city" + ++databases;
        createDatabase(database);
        city.put("jdbcUrl", "jdbc:postgresql://localhost:" + COORDINATES.get("postgresPort") + "/" + database);
        return city;
    }

    /** Starts one more broker, which sends its clients to the port given; tells its own port. Called by reflection. */
    public static synchronized int newBroker(int advertisedPort) {
        String address = inOwnClassLoader(
                () -> startKafka(Map.of("advertised.listeners", "EXTERNAL://localhost:" + advertisedPort)));
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static void startAll() {
        CompletableFuture<String> kafka =
                CompletableFuture.supplyAsync(() -> inOwnClassLoader(() -> startKafka(Map.of())));
        COORDINATES.put("postgresPort", Integer.toString(startPostgres()));
        writeTokenKeys();
        COORDINATES.put("kafka", kafka.join());
    }

    /** The broker and its logging load classes by the thread's class loader, which here may be an application's. */
    private static <T> T inOwnClassLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CityServers.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static int startPostgres() {
        try {
            String durable = Boolean.getBoolean(DURABLE) ? "on" : "off";
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setServerConfig("full_page_writes", durable)
                    .setServerConfig("max_connections", "100")
                    .start()
                    .getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Starts a broker with these settings beside its own; tells its address. It ends with the JVM. */
    static String startKafka(Map<String, String> more) {
        try {
            // A folder of ours: Kafka would delete one of its own in a shutdown hook, while the broker still writes to
            // it.
            // A broker whose folder is gone halts the JVM with status 1, and a green run ends as a failed one.
            TestKitNodes nodes = new TestKitNodes.Builder()
                    .setBaseDirectory(Files.createTempDirectory("qingcheng-test-kafka"))
                    .setCombined(true)
                    .setNumBrokerNodes(1)
                    .setNumControllerNodes(1)
                    .build();
            KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(nodes)
                    .setConfigProp("auto.create.topics.enable", "false")
                    .setConfigProp("offsets.topic.num.partitions", "1")
                    .setConfigProp("offsets.topic.replication.factor", "1")
                    .setConfigProp("transaction.state.log.replication.factor", "1")
                    .setConfigProp("group.initial.rebalance.delay.ms", "0")
                    .setConfigProp("log.cleaner.dedupe.buffer.size", "2097152");
            more.forEach(builder::setConfigProp);
            KafkaClusterTestKit cluster = builder.build();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(cluster), "kafka-close"));
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            return cluster.bootstrapServers();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka did not start", e);
        }
    }

    private static void close(KafkaClusterTestKit cluster) {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka did not stop", e);
        }
    }

    private static void createDatabase(String name) {
        String server = "jdbc:postgresql://localhost:" + COORDINATES.get("postgresPort") + "/postgres?user=postgres";
        try (var connection = java.sql.DriverManager.getConnection(server);
                var statement = connection.createStatement()) {
            if (databases == 1) {
                statement.execute("CREATE ROLE city LOGIN PASSWORD 'city'");
            }
            statement.execute("CREATE DATABASE " + name + " OWNER city");
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
    }

    /** As Keycloak publishes its keys (RFC 7517). */
    static String keySet(RSAPublicKey key) {
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    /** Without the byte of the sign that Java puts before a number whose first bit is set. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static void writeTokenKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Path publicKey = Files.createTempFile("qingcheng-test-token", ".json");
            publicKey.toFile().deleteOnExit();
            Files.writeString(publicKey, keySet((RSAPublicKey) pair.getPublic()));
            COORDINATES.put("publicKeyFile", publicKey.toUri().toString());
            System.setProperty(
                    PREFIX + "token.key",
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no key for test tokens", e);
        }
    }
}
