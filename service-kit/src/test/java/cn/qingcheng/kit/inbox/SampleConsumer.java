package cn.qingcheng.kit.inbox;

import cn.qingcheng.kit.event.ReceivedEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes as services do; leaves a row per effect, and fails where a test asks for it. */
@ApplicationScoped
class SampleConsumer {
    static final String NAME = "kit.sample";
    static final String TOPIC = "kit.incoming.v1";

    record Sample(int number) {}

    private final Map<String, Consumer<ReceivedEvent>> accidents = new ConcurrentHashMap<>();

    @Inject
    Inbox inbox;

    @Inject
    DataSource dataSource;

    @Incoming("kit-sample-in")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(NAME, message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        insert(event.subject(), event.as(Sample.class).number());
        accidents.getOrDefault(event.subject(), nothing -> {}).accept(event);
    }

    /** Lets what follows the effect's own writing fail. */
    void afterEffectOn(String subject, Consumer<ReceivedEvent> accident) {
        accidents.put(subject, accident);
    }

    private void insert(String subject, int number) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("INSERT INTO sample_effect VALUES (?, ?)")) {
            insert.setString(1, subject);
            insert.setInt(2, number);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
