package cn.qingcheng.kit.inbox;

import cn.qingcheng.kit.event.Correlation;
import cn.qingcheng.kit.event.MalformedEvent;
import cn.qingcheng.kit.event.ReceivedEvent;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Where consumers hand in what Kafka gave them, as often as it likes, to have each effect once. */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** A failure nobody can name is tried so often before the event is given up. */
    private static final int TRIES_OF_UNKNOWN_FAILURE = 3;

    private final InboxTable table;
    private final DeadLetters deadLetters;
    private final RetryPause pause;

    @Inject
    Inbox(InboxTable table, DeadLetters deadLetters, RetryPause pause) {
        this.table = table;
        this.deadLetters = deadLetters;
        this.pause = pause;
    }

    /**
     * Runs the effect in a transaction of its own together with a row {@code (consumer, event id)}; a repeated event
     * has no effect. A transient failure (database away, lock conflict) waits and retries in place, for as long as it
     * takes. What can never succeed goes to the topic {@code <consumer>.dlq} with its reason, and the method returns. An
     * operator can put it back, for this consumer alone.
     *
     * @param consumer name of the effect, {@code <service>.<feature>}, stable for ever
     * @throws IllegalStateException when the service stops while the event waits; it will come again
     */
    public void receive(String consumer, ConsumerRecord<String, byte[]> message, Consumer<ReceivedEvent> effect) {
        if (Envelope.isReplayedForAnother(consumer, message)) {
            return;
        }
        ReceivedEvent event;
        try {
            event = Envelope.open(message);
        } catch (MalformedEvent e) {
            deadLetters.send(consumer, message, e);
            return;
        }
        MDC.put(Correlation.CORRELATION_ID, Envelope.correlationId(message, event));
        if (event.traceparent() != null) {
            MDC.put(Correlation.TRACEPARENT, event.traceparent());
        }
        try {
            tryUntilSettled(consumer, message, event, effect);
        } finally {
            MDC.remove(Correlation.CORRELATION_ID);
            MDC.remove(Correlation.TRACEPARENT);
        }
    }

    private void tryUntilSettled(
            String consumer,
            ConsumerRecord<String, byte[]> message,
            ReceivedEvent event,
            Consumer<ReceivedEvent> effect) {
        int unknownFailures = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                haveEffectOnce(consumer, event, effect);
                return;
            } catch (RuntimeException e) {
                Failure failure = Failure.of(e);
                if (failure == Failure.POISON
                        || (failure == Failure.UNKNOWN && ++unknownFailures == TRIES_OF_UNKNOWN_FAILURE)) {
                    pause.failWhenStopping();
                    deadLetters.send(consumer, message, e);
                    return;
                }
                LOG.warnf(e, "%s waits with %s %s of %s", consumer, event.type(), event.id(), event.subject());
                pause.beforeNextTryAfter(attempt);
            }
        }
    }

    private void haveEffectOnce(String consumer, ReceivedEvent event, Consumer<ReceivedEvent> effect) {
        ManagedContext request = Arc.container().requestContext();
        boolean ours = !request.isActive();
        if (ours) {
            request.activate();
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (table.isFirst(consumer, event.id())) {
                    effect.accept(event);
                }
            });
        } finally {
            if (ours) {
                request.terminate();
            }
        }
    }
}
