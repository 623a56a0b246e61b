package cn.qingcheng.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The events as they are against the JSON Schemas (2020-12) that promise them to other services. */
public final class EventContract {
    private static final Path EMITTED = Contracts.FOLDER.resolve("events");
    private static final Path CONSUMED = Contracts.FOLDER.resolve("consumed");
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventContract() {}

    /**
     * In a {@code @QuarkusTest}, after its use cases have run: every row of the outbox fits
     * {@code contracts/events/<type>.schema.json}, and each type named here is among them. With
     * {@code -Dcontracts.update=true} a missing schema is drafted from the rows, to be refined and committed.
     */
    public static void assertOutboxMatches(String... types) {
        Map<String, List<JsonNode>> rows = outboxRows();
        List<String> broken = new ArrayList<>();
        for (String type : types) {
            if (!rows.containsKey(type)) {
                broken.add(type + ": the tests emit none");
            }
        }
        rows.forEach((type, events) -> broken.addAll(compare(EMITTED, type, events)));
        fail("events and their schemas differ", broken);
    }

    /**
     * The copies in {@code contracts/consumed/<service>/} are those the emitting service has committed. With
     * {@code -Dcontracts.update=true} they are copied anew.
     */
    public static void assertConsumedCopiesCurrent() {
        List<String> broken = new ArrayList<>();
        for (Path service : Contracts.foldersIn(CONSUMED)) {
            for (Path copy : Contracts.schemasIn(service)) {
                broken.addAll(compareCopy(copy, source(service, copy)));
            }
        }
        fail("copies of consumed schemas are not current", broken);
    }

    private static Path source(Path service, Path copy) {
        String name = service.getFileName().toString().replace("-service", "");
        return Path.of("..", name + "-service", "contracts", "events")
                .resolve(copy.getFileName().toString());
    }

    static List<String> compareCopy(Path copy, Path source) {
        if (!Files.exists(source)) {
            return List.of(copy + ": its source " + source + " does not exist");
        }
        if (Contracts.mayBeRewritten()) {
            Contracts.write(copy, Contracts.read(source));
        }
        return Contracts.read(copy).equals(Contracts.read(source))
                ? List.of()
                : List.of(copy + " differs from " + source);
    }

    static List<String> compare(Path folder, String type, List<JsonNode> events) {
        Path file = folder.resolve(type + Contracts.SCHEMA_ENDING);
        if (!Files.exists(file)) {
            if (!Contracts.mayBeRewritten()) {
                return List.of(file + " is missing; draft it with -Dcontracts.update=true");
            }
            Contracts.write(file, SchemaDraft.of(type, events));
        }
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Contracts.read(file), InputFormat.JSON);
        List<String> broken = new ArrayList<>();
        for (JsonNode event : events) {
            schema.validate(event, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(error -> broken.add(type + ": " + error.getInstanceLocation() + " " + error.getMessage()));
        }
        return broken.stream().distinct().toList();
    }

    private static Map<String, List<JsonNode>> outboxRows() {
        Config config = ConfigProvider.getConfig();
        Map<String, List<JsonNode>> rows = new TreeMap<>();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT type, data::text FROM outbox ORDER BY position")) {
            while (row.next()) {
                rows.computeIfAbsent(row.getString(1), type -> new ArrayList<>())
                        .add(JSON.readTree(row.getString(2)));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
        return rows;
    }

    private static void fail(String what, List<String> broken) {
        if (!broken.isEmpty()) {
            throw new AssertionError(what + ":\n" + String.join("\n", broken));
        }
    }
}
