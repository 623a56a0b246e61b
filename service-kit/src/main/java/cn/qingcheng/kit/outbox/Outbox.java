package cn.qingcheng.kit.outbox;

import cn.qingcheng.kit.event.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Events to send, written in the transaction that causes them. */
@ApplicationScoped
public class Outbox {
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
        throw new IllegalStateException("no outbox yet for " + events.size() + " events");
    }
}
