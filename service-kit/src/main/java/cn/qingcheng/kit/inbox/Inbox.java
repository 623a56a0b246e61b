package cn.qingcheng.kit.inbox;

import cn.qingcheng.kit.event.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where consumers hand in what Kafka gave them, as often as it likes, to have each effect once. */
@ApplicationScoped
public class Inbox {
    /**
     * Runs the effect in a transaction of its own together with a row {@code (consumer, event id)}; a repeated event
     * has no effect. A transient failure (database away, lock conflict) waits and retries in place. What can never
     * succeed goes to the topic {@code <consumer>.dlq} with its reason, and the method returns.
     *
     * @param consumer name of the effect, {@code <service>.<feature>}, stable for ever
     */
    public void receive(String consumer, ConsumerRecord<String, byte[]> message, Consumer<ReceivedEvent> effect) {
        throw new IllegalStateException("no inbox yet for " + consumer + " " + message.key() + effect);
    }
}
