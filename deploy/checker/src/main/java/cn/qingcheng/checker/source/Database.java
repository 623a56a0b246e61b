package cn.qingcheng.checker.source;

import cn.qingcheng.stack.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One database of the city, read as it stands when a query begins.
 *
 * @param name of the service it belongs to, such as {@code talent}
 */
public record Database(String name, String url, String user, String password) {
    private static final int FETCH_ROWS = 5_000;

    /** Makes something of the row a result stands on. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes in a row. */
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** The first column of each row, as text. */
    public List<String> lines(String sql) {
        return list(sql, row -> row.getString(1));
    }

    public long number(String sql) {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    public <T> List<T> list(String sql, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.read(row)));
        return found;
    }

    /** Hands over row by row, holding few of them at a time. */
    public void each(String sql, RowTaker taker) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taker.take(row);
                }
            }
        } catch (SQLException e) {
            throw new StackFailure("The database " + name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A connection that can only read. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("readOnly", "true");
        properties.setProperty("ApplicationName", "checker");
        return DriverManager.getConnection(url, properties);
    }
}
