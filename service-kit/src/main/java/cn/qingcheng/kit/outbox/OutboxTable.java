package cn.qingcheng.kit.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The statements of the relay; each runs in the caller's transaction. */
@Singleton
class OutboxTable {
    private static final int LONGEST_REASON = 500;

    static final String CLAIM =
            "UPDATE outbox SET sent_at = now() WHERE position = ANY (ARRAY(SELECT position FROM outbox waiting"
                    + " WHERE sent_at IS NULL AND parked_at IS NULL AND topic <> ALL (?)"
                    + " AND NOT EXISTS (SELECT FROM outbox parked WHERE parked.parked_at IS NOT NULL"
                    + " AND parked.topic = waiting.topic AND parked.key = waiting.key"
                    + " AND parked.position < waiting.position)"
                    + " ORDER BY position LIMIT ?))"
                    + " RETURNING position, event_id, topic, key, type, occurred_at, traceparent, correlation_id, data";

    private final DataSource dataSource;

    @Inject
    OutboxTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Takes the turn to relay until the transaction ends; false while another process has it. This transaction does not
     * wait for the disk: a mark that a crash of the database takes back has its event sent once more, and no event lost.
     * It goes by the small indexes of what waits and what is parked, whatever the statistics say: those of a queue are
     * out of date as soon as they are taken, and then the whole backlog would be sorted anew for every batch.
     */
    boolean takeTurn() {
        return query(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended('outbox relay', 0)),"
                                + " set_config('synchronous_commit', 'off', true),"
                                + " set_config('enable_seqscan', 'off', true),"
                                + " set_config('enable_bitmapscan', 'off', true),"
                                + " set_config('enable_hashjoin', 'off', true),"
                                + " set_config('enable_sort', 'off', true)",
                        row -> row.getBoolean(1))
                .get(0);
    }

    /**
     * Takes what may be sent now and marks it as sent, which holds once this transaction commits. A parked event keeps
     * back those of its key behind it, so that none overtakes it.
     */
    List<OutboxMessage> claim(int limit, Set<String> exceptTopics) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setArray(1, connection.createArrayOf("text", exceptTopics.toArray()));
            claim.setInt(2, limit);
            List<OutboxMessage> claimed = read(
                    claim,
                    row -> new OutboxMessage(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9)));
            claimed.sort(Comparator.comparingLong(OutboxMessage::position));
            return claimed;
        } catch (SQLException e) {
            throw new OutboxException("the outbox could not be read", e);
        }
    }

    /** Lets what was claimed and not sent wait again. */
    void giveBack(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE outbox SET sent_at = NULL WHERE position = ANY (?)")) {
            update.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("unsent events could not be given back", e);
        }
    }

    /** Takes events that were given back out of the queue. */
    void park(Map<Long, String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE outbox SET parked_at = now(), parked_reason = ? WHERE position = ?")) {
            for (Map.Entry<Long, String> entry : reasons.entrySet()) {
                String reason = entry.getValue();
                update.setString(1, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
                update.setLong(2, entry.getKey());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new OutboxException("refused events could not be parked", e);
        }
    }

    /**
     * Deletes at most 10,000 events sent longer ago than asked; parked ones stay until someone decides. The last facts of
     * each key stay for ever, as on their compacted topic: from the outbox a lost topic of facts can be filled again.
     */
    int purgeSent(Duration olderThan) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM outbox WHERE position IN (SELECT position FROM outbox old"
                                + " WHERE sent_at < now() - make_interval(secs => ?)"
                                + " AND (topic NOT LIKE '%.facts.v1' OR EXISTS (SELECT FROM outbox newer"
                                + " WHERE newer.topic = old.topic AND newer.key = old.key"
                                + " AND newer.topic LIKE '%.facts.v1' AND newer.position > old.position))"
                                + " ORDER BY sent_at LIMIT 10000)")) {
            delete.setDouble(1, (double) olderThan.toSeconds());
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("sent events could not be purged", e);
        }
    }

    long countWaiting() {
        return count("sent_at IS NULL AND parked_at IS NULL");
    }

    long countParked() {
        return count("parked_at IS NOT NULL");
    }

    private long count(String condition) {
        return query("SELECT count(*) FROM outbox WHERE " + condition, row -> row.getLong(1))
                .get(0);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return read(statement, reader);
        } catch (SQLException e) {
            throw new OutboxException("the outbox could not be read", e);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }
}
