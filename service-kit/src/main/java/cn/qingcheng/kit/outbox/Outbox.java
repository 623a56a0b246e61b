package cn.qingcheng.kit.outbox;

import cn.qingcheng.kit.event.Correlation;
import cn.qingcheng.kit.event.DomainEvent;
import cn.qingcheng.kit.event.EventJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Events to send, written in the transaction that causes them.
 *
 * <p>Events of one key are sent in the order in which they were appended. Transactions that change one aggregate come
 * one after the other by its {@code @Version} or row lock, so what the later one appends follows the earlier one's.
 * Transactions that do not know of each other have no order; nothing is locked to give them one.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            "INSERT INTO outbox (topic, key, type, occurred_at, traceparent, correlation_id, data)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)";

    private static final String WAKING = Outbox.class.getName();

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private final OwnTopics topics;
    private final OutboxRelay relay;

    @Inject
    Outbox(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Clock clock,
            OwnTopics topics,
            OutboxRelay relay) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.clock = clock;
        this.topics = topics;
        this.relay = relay;
    }

    /**
     * Writes the event into the running transaction; it is sent when that commits, and not at all when it rolls back.
     *
     * @throws IllegalStateException without a transaction, or when the topic is none of {@code qingcheng.topics}
     */
    public void append(DomainEvent event) {
        appendAll(List.of(event));
    }

    /** As {@link #append}, for many in one round trip to the database. */
    public void appendAll(List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "an event is appended in the transaction that causes it, and there is none");
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (DomainEvent event : events) {
                topics.requireOwn(event.topic());
                insert.setString(1, event.topic());
                insert.setString(2, event.key());
                insert.setString(3, event.type());
                insert.setObject(4, now);
                insert.setString(5, Correlation.traceparent());
                insert.setString(6, Correlation.id());
                insert.setString(7, EventJson.mapper().writeValueAsString(event));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "an event that is no JSON: " + events.get(0).type(), e);
        } catch (SQLException e) {
            throw new OutboxException("no event could be written", e);
        }
        wakeRelayAfterCommit();
    }

    private void wakeRelayAfterCommit() {
        if (transactions.getResource(WAKING) != null) {
            return;
        }
        transactions.putResource(WAKING, true);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
