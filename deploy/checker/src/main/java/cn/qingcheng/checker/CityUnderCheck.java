package cn.qingcheng.checker;

import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.TrafficNotes;
import cn.qingcheng.stack.ServiceModule;
import cn.qingcheng.stack.Stack;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the parts of a city can be read, past everything that may fail between them.
 *
 * @param jdbcUrls of the databases by name: those of the four services, and {@code keycloak}
 * @param user of PostgreSQL who may read everything
 * @param kafkaAddress of the broker
 * @param data the city's data folder
 */
public record CityUnderCheck(
        Map<String, String> jdbcUrls, String user, String password, String kafkaAddress, Path data) {
    private static final String KEYCLOAK = "keycloak";

    public static CityUnderCheck of(Stack stack) {
        Map<String, String> urls = Arrays.stream(ServiceModule.values())
                .map(ServiceModule::shortName)
                .collect(Collectors.toMap(name -> name, stack::jdbcUrl));
        urls.put(KEYCLOAK, stack.jdbcUrl(KEYCLOAK));
        return new CityUnderCheck(
                urls,
                stack.superuser(),
                stack.superuserPassword(),
                stack.kafkaAddress(),
                stack.settings().data().path());
    }

    public Database talent() {
        return database("talent");
    }

    public Database subsidy() {
        return database("subsidy");
    }

    public Database housing() {
        return database("housing");
    }

    public Database platform() {
        return database("platform");
    }

    public Database keycloak() {
        return database(KEYCLOAK);
    }

    /** The databases of the four services. */
    public List<Database> services() {
        return List.of(talent(), subsidy(), housing(), platform());
    }

    /** What the traffic has written down of itself; absent when there was none. */
    public TrafficNotes traffic() {
        return new TrafficNotes(data.resolve("traffic"));
    }

    private Database database(String name) {
        String url = jdbcUrls.get(name);
        if (url == null) {
            throw new IllegalArgumentException("the city has no database " + name);
        }
        return new Database(name, url, user, password);
    }
}
