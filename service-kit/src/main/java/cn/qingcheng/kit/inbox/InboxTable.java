package cn.qingcheng.kit.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Which events each consumer has had. */
@Singleton
class InboxTable {
    private final DataSource dataSource;

    @Inject
    InboxTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Notes the event in the running transaction; false when the consumer has had it. */
    boolean isFirst(String consumer, UUID eventId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO inbox (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, consumer);
            insert.setObject(2, eventId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new InboxException("the inbox could not be written", e);
        }
    }

    /** Deletes at most 10,000 rows received more days ago than asked. */
    int purge(int olderThanDays) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM inbox WHERE (consumer, event_id) IN (SELECT consumer, event_id FROM inbox"
                                + " WHERE received_at < now() - make_interval(days => ?)"
                                + " ORDER BY received_at LIMIT 10000)")) {
            delete.setInt(1, olderThanDays);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new InboxException("the inbox could not be purged", e);
        }
    }
}
