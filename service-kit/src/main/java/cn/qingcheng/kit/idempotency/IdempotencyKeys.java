package cn.qingcheng.kit.idempotency;

import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.StandardProblem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code idempotency_key}, always in the transaction of the effect. Ages are measured by the database's own
 * clock: a caller retries in real time, also where the city's clock runs fast.
 */
@ApplicationScoped
class IdempotencyKeys {

    private static final int PURGE_BATCH_ROWS = 5_000;

    @Inject
    DataSource dataSource;

    @Inject
    ObjectMapper json;

    /** Takes the key until the transaction ends; false when another request holds it. */
    @Transactional(TxType.MANDATORY)
    boolean tryLock(String scope, String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 20250901))")) {
            lock.setString(1, scope + '\n' + key);
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new KeyStoreFailure(e);
        }
    }

    /**
     * The answer kept under a key, or null when it is new.
     *
     * @param fingerprint of the present request; asked for only when the key is known
     * @throws ProblemException 422 when the key stood for another request
     */
    @Transactional(TxType.MANDATORY)
    @Nullable
    StoredAnswer find(String scope, String key, Supplier<byte[]> fingerprint) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT fingerprint, status, headers, body"
                        + " FROM idempotency_key WHERE scope = ? AND key = ?"
                        + " AND created_at > now() - interval '24 hours'")) {
            query.setString(1, scope);
            query.setString(2, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!MessageDigest.isEqual(row.getBytes("fingerprint"), fingerprint.get())) {
                    throw new ProblemException(StandardProblem.IDEMPOTENCY_KEY_REUSED);
                }
                return new StoredAnswer(
                        row.getInt("status"),
                        json.readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                        row.getBytes("body"));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new KeyStoreFailure(e);
        }
    }

    /** Keeps the first answer; an outlived row of the same key gives way. */
    @Transactional(TxType.MANDATORY)
    void keep(String scope, String key, byte[] fingerprint, StoredAnswer answer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO idempotency_key (scope, key, fingerprint, status, headers, body)"
                                + " VALUES (?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT (scope, key) DO UPDATE"
                                + " SET fingerprint = excluded.fingerprint, status = excluded.status,"
                                + " headers = excluded.headers, body = excluded.body, created_at = now()")) {
            insert.setString(1, scope);
            insert.setString(2, key);
            insert.setBytes(3, fingerprint);
            insert.setInt(4, answer.status());
            insert.setString(5, json.writeValueAsString(answer.headers()));
            insert.setBytes(6, answer.body());
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new KeyStoreFailure(e);
        }
    }

    /** Forgets keys after their 24 hours, a bounded number at a time. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void purge() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM idempotency_key WHERE ctid IN"
                        + " (SELECT ctid FROM idempotency_key WHERE created_at < now() - interval '24 hours'"
                        + " LIMIT " + PURGE_BATCH_ROWS + ")")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new KeyStoreFailure(e);
        }
    }

    /** The table could not be read or written; the cause tells the caller whether to come back. */
    static final class KeyStoreFailure extends RuntimeException {
        KeyStoreFailure(Exception cause) {
            super(cause);
        }
    }
}
