package cn.qingcheng.kit.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** The statements of the trail; each runs in the caller's transaction. */
@Singleton
class AuditTable {
    private static final int HASH_BYTES = 32;
    private static final int FETCH = 1_000;
    private static final String FIELDS =
            "position, occurred_at, actor, action, object_type, object_id, reason, correlation_id";

    private final DataSource dataSource;

    @Inject
    AuditTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The last link of the chain so far. */
    private static final class End {
        private final long position;
        private final byte[] hash;

        End(long position, byte[] hash) {
            this.position = position;
            this.hash = hash;
        }
    }

    /** Adds to the chain; nobody else can until the transaction ends. */
    void append(List<Unchained> records) {
        try (Connection connection = dataSource.getConnection()) {
            End end = lockEnd(connection);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_record (" + FIELDS
                    + ", previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Unchained record : records) {
                    long position = end.position + 1;
                    byte[] hash = record.hash(position, end.hash);
                    insert.setLong(1, position);
                    insert.setObject(2, record.occurredAt().atOffset(ZoneOffset.UTC));
                    insert.setString(3, record.actor());
                    insert.setString(4, record.action());
                    insert.setString(5, record.objectType());
                    insert.setString(6, record.objectId());
                    insert.setString(7, record.reason());
                    insert.setString(8, record.correlationId());
                    insert.setBytes(9, end.hash);
                    insert.setBytes(10, hash);
                    insert.addBatch();
                    end = new End(position, hash);
                }
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new AuditException("nothing is done that cannot be recorded", e);
        }
    }

    private static End lockEnd(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('audit chain', 0))");
            try (ResultSet last =
                    statement.executeQuery("SELECT position, hash FROM audit_record ORDER BY position DESC LIMIT 1")) {
                return last.next() ? new End(last.getLong(1), last.getBytes(2)) : new End(0, new byte[HASH_BYTES]);
            }
        }
    }

    List<AuditRecord> of(String objectType, String objectId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT " + FIELDS
                        + " FROM audit_record WHERE object_type = ? AND object_id = ? ORDER BY position")) {
            select.setString(1, objectType);
            select.setString(2, objectId);
            List<AuditRecord> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Unchained said = said(row);
                    found.add(new AuditRecord(
                            row.getLong(1),
                            said.occurredAt(),
                            said.actor(),
                            said.action(),
                            said.objectType(),
                            said.objectId(),
                            said.reason()));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AuditException("the audit trail could not be read", e);
        }
    }

    OptionalLong firstBroken() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT " + FIELDS + ", previous_hash, hash FROM audit_record ORDER BY position")) {
            select.setFetchSize(FETCH);
            End end = new End(0, new byte[HASH_BYTES]);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long expected = end.position + 1;
                    byte[] hash = said(row).hash(expected, end.hash);
                    if (row.getLong(1) != expected
                            || !MessageDigest.isEqual(end.hash, row.getBytes(9))
                            || !MessageDigest.isEqual(hash, row.getBytes(10))) {
                        return OptionalLong.of(expected);
                    }
                    end = new End(expected, hash);
                }
            }
            return OptionalLong.empty();
        } catch (SQLException e) {
            throw new AuditException("the audit trail could not be read", e);
        }
    }

    private static Unchained said(ResultSet row) throws SQLException {
        return new Unchained(
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
