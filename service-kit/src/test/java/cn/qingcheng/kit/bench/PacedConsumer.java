package cn.qingcheng.kit.bench;

import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes as services do, and notes when each effect was committed. */
@ApplicationScoped
class PacedConsumer {
    private final Map<String, Long> committedAt = new ConcurrentHashMap<>();

    @Inject
    Inbox inbox;

    @Inject
    DataSource dataSource;

    @Incoming("kit-paced-in")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive("kit.paced", message, this::apply);
        committedAt.put(message.key(), System.nanoTime());
    }

    /** By key, on the machine's steady clock. */
    Map<String, Long> committedAt() {
        return committedAt;
    }

    private void apply(ReceivedEvent event) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("INSERT INTO sample_effect VALUES (?, ?)")) {
            insert.setString(1, event.subject());
            insert.setInt(2, event.as(BenchData.class).serial());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    record BenchData(int serial) {}
}
