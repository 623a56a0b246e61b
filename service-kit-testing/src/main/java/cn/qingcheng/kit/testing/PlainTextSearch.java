package cn.qingcheng.kit.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** Looks for values that the database may hold sealed only: in every column of every table, as text and as bytes. */
public final class PlainTextSearch {
    private PlainTextSearch() {}

    /** No row of any table has any of these in it. */
    public static void assertNowhere(DataSource database, Collection<String> values) {
        try (Connection connection = database.getConnection()) {
            List<String> found = new ArrayList<>();
            for (String table : tables(connection)) {
                for (String value : values) {
                    if (holds(connection, table, value)) {
                        found.add(table + " holds " + value);
                    }
                }
            }
            if (!found.isEmpty()) {
                throw new AssertionError("in plain text: " + String.join(", ", found));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be searched", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static boolean holds(Connection connection, String table, String value) throws SQLException {
        String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement statement = connection.prepareStatement("select exists (select from \"" + table
                + "\" t where position(? in t::text) > 0 or position(? in t::text) > 0)")) {
            statement.setString(1, value);
            statement.setString(2, hex);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        }
    }
}
