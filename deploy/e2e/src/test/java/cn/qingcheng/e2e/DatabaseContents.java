package cn.qingcheng.e2e;

import cn.qingcheng.stack.ServiceModule;
import cn.qingcheng.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in a service's tables, compared by the columns that one version knew. */
final class DatabaseContents {
    private static final String COLUMNS = """
            select table_name, string_agg(quote_ident(column_name), ', ' order by ordinal_position)
            from information_schema.columns
            where table_schema = 'public' and table_name <> 'flyway_schema_history'
            group by table_name order by table_name
            """;

    private final Stack stack;
    private final ServiceModule service;
    private final Map<String, String> columns = new TreeMap<>();

    /** Remembers the columns the tables have now. */
    DatabaseContents(Stack stack, ServiceModule service) {
        this.stack = stack;
        this.service = service;
        for (List<String> row : query(COLUMNS)) {
            columns.put(row.get(0), row.get(1));
        }
    }

    /** Tables without a row. */
    List<String> emptyTables() {
        return columns.keySet().stream()
                .filter(table -> query("select 1 from " + table + " limit 1").isEmpty())
                .toList();
    }

    /** Number and digest of the rows of each table, in no order, by the remembered columns. */
    Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        columns.forEach((table, names) -> digests.put(
                table,
                query("select count(*) || ' rows, ' || md5(coalesce(string_agg(row, '' order by row), ''))"
                                + " from (select md5(row(" + names + ")::text) as row from " + table + ") rows")
                        .get(0)
                        .get(0)));
        return digests;
    }

    /** Versions of the migrations that have been applied, in order. */
    List<String> migrations() {
        return query("select version, success::text from flyway_schema_history order by installed_rank").stream()
                .map(row -> row.get(0) + (row.get(1).equals("true") ? "" : " failed"))
                .toList();
    }

    /** Notes a migration that no version here has, as a later version would leave it behind. */
    void pretendALaterMigration() {
        query("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) select max(installed_rank) + 1, '999', 'of a later version',"
                + " 'SQL', 'V999__of_a_later_version.sql', 1, 'test', 1, true from flyway_schema_history"
                + " returning version");
    }

    private List<List<String>> query(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        stack.jdbcUrl(service.shortName()), stack.superuser(), stack.superuserPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(service + ": " + sql, e);
        }
    }
}
