package cn.qingcheng.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.reflect.InvocationTargetException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PostgreSQL 18 and Kafka, embedded, one of each per test JVM; every application start gets an empty database of its
 * own, owned by a role without special rights. On a test class: {@code @QuarkusTestResource(CityInfrastructure.class)}.
 */
public final class CityInfrastructure implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "https://qingcheng.test/realms/qingcheng";
    static final String AUDIENCE = "qingcheng-api";

    @Override
    public Map<String, String> start() {
        Map<String, String> city = newCity();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", city.get("jdbcUrl"));
        settings.put("quarkus.datasource.username", "city");
        settings.put("quarkus.datasource.password", "city");
        settings.put("kafka.bootstrap.servers", city.get("kafka"));
        settings.put("mp.jwt.verify.publickey.location", city.get("publicKeyFile"));
        settings.put("mp.jwt.verify.issuer", ISSUER);
        settings.put("mp.jwt.verify.audiences", AUDIENCE);
        settings.put("qingcheng.privacy.keys", "test:" + key(1));
        settings.put("qingcheng.index.key", key(2));
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.log.category.\"org.apache.kafka\".level", "ERROR");
        settings.put("quarkus.log.category.\"kafka\".level", "ERROR");
        settings.put("quarkus.log.category.\"io.zonky.test\".level", "WARN");
        settings.put("quarkus.log.category.\"state.change.logger\".level", "ERROR");
        return settings;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> newCity() {
        return (Map<String, String>) askServers("newCity");
    }

    /** Calls {@link CityServers} where the system class loader has it. */
    static Object askServers(String method, Integer... arguments) {
        try {
            Class<?>[] types = Stream.of(arguments).map(argument -> int.class).toArray(Class<?>[]::new);
            return ClassLoader.getSystemClassLoader()
                    .loadClass(CityServers.class.getName())
                    .getMethod(method, types)
                    .invoke(null, (Object[]) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the test servers did not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the test servers are not on the class path", e);
        }
    }

    /** Keys that protect nothing but sample data in tests. */
    private static String key(int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void stop() {
        // The servers end with the JVM; a database is as cheap to leave as to drop.
    }
}
