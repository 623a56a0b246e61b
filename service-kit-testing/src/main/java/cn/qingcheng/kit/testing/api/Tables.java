package cn.qingcheng.kit.testing.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** What the database holds, as one digest for each table: two that are equal were not written to between. */
final class Tables {
    /** Written by consumers whenever an event comes. */
    private static final Set<String> NOT_BY_REQUESTS = Set.of("inbox", "flyway_schema_history");

    private final DataSource database;
    private final Set<String> ignored = new HashSet<>(NOT_BY_REQUESTS);
    private String query = "";

    Tables(DataSource database) {
        this.database = database;
    }

    void ignore(Set<String> names) {
        ignored.addAll(names);
    }

    Map<String, String> look() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query(connection))) {
            Map<String, String> digests = new TreeMap<>();
            while (rows.next()) {
                digests.put(rows.getString(1), rows.getString(2));
            }
            return digests;
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read", e);
        }
    }

    /** Waits until events of the past have been heard and jobs have done what was due. */
    Map<String, String> settled() {
        List<Map<String, String>> looks = new ArrayList<>(List.of(look()));
        Awaitility.await("the tables stay as they are")
                .pollInterval(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    looks.add(look());
                    return looks.get(looks.size() - 1).equals(looks.get(looks.size() - 2));
                });
        return looks.get(looks.size() - 1);
    }

    /** Tables that differ, without those excepted. */
    static Set<String> changed(Map<String, String> before, Map<String, String> after, Set<String> except) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .filter(table -> !except.contains(table))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String query(Connection connection) throws SQLException {
        if (query.isEmpty()) {
            List<String> parts = new ArrayList<>();
            try (ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    String table = tables.getString("TABLE_NAME");
                    if (!ignored.contains(table)) {
                        parts.add("select '" + table + "', " + digest(table) + " from \"" + table + "\" t");
                    }
                }
            }
            query = String.join(" union all ", parts);
        }
        return query;
    }

    /** The relay marks rows of the outbox as sent whenever it gets to it; a new row has a new position. */
    private static String digest(String table) {
        return table.equals("outbox")
                ? "coalesce(max(position), 0)::text"
                : "count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0)";
    }
}
