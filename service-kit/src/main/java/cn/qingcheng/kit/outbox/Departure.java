package cn.qingcheng.kit.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way. Each key has a queue of its own and one event in flight; keys do not wait for each other, nor do
 * topics for one that is in trouble. A refused event keeps back those of its key behind it.
 */
final class Departure {
    private final Producer<String, byte[]> producer;
    private final Function<OutboxMessage, ProducerRecord<String, byte[]>> form;
    private final long deadlineNanos;
    private final Queue<Landing> landings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Thread sender = Thread.currentThread();
    /** Written by the producer's thread too, so that not every key of a topic waits for the same time-out in turn. */
    private final Set<String> inTrouble = ConcurrentHashMap.newKeySet();

    private final EventSender.Outcome outcome =
            new EventSender.Outcome(new ArrayList<>(), new LinkedHashMap<>(), new HashMap<>());

    /** @param behind those of its key that wait for it */
    private record Landing(
            OutboxMessage message,
            Queue<OutboxMessage> behind,
            @Nullable Exception failure) {}

    private Departure(
            Producer<String, byte[]> producer,
            Function<OutboxMessage, ProducerRecord<String, byte[]>> form,
            long deadlineNanos) {
        this.producer = producer;
        this.form = form;
        this.deadlineNanos = deadlineNanos;
    }

    /** Sends the first of each key; the others follow in {@link #untilAllLanded}. */
    static Departure of(
            Collection<OutboxMessage> messages,
            Producer<String, byte[]> producer,
            Function<OutboxMessage, ProducerRecord<String, byte[]>> form,
            long deadlineNanos) {
        Departure departure = new Departure(producer, form, deadlineNanos);
        Map<String, Queue<OutboxMessage>> byKey = new LinkedHashMap<>();
        for (OutboxMessage message : messages) {
            byKey.computeIfAbsent(message.orderedBy(), key -> new ArrayDeque<>())
                    .add(message);
        }
        byKey.values().forEach(departure::sendNext);
        return departure;
    }

    EventSender.Outcome untilAllLanded() {
        while (true) {
            // Before the queue is read, so that the last to land is not overlooked.
            boolean allLanded = inFlight.get() == 0;
            Landing landing = landings.poll();
            if (landing != null) {
                settle(landing);
            } else if (allLanded) {
                return outcome;
            } else {
                LockSupport.park(this);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
    private void sendNext(Queue<OutboxMessage> queue) {
        OutboxMessage message = queue.poll();
        if (message == null || inTrouble.contains(message.topic()) || System.nanoTime() - deadlineNanos > 0) {
            return;
        }
        boolean isFollowed = !queue.isEmpty();
        inFlight.incrementAndGet();
        try {
            producer.send(
                    form.apply(message), (metadata, failure) -> land(new Landing(message, queue, failure), isFollowed));
        } catch (RuntimeException e) {
            land(new Landing(message, queue, e), isFollowed);
        }
    }

    /** Wakes the sender only where there is something to do for it; a thread woken for each event costs more than that. */
    private void land(Landing landing, boolean isFollowed) {
        if (landing.failure() != null && !isRowsFault(landing.failure())) {
            inTrouble.add(landing.message().topic());
        }
        landings.add(landing);
        if (inFlight.decrementAndGet() == 0 || isFollowed) {
            LockSupport.unpark(sender);
        }
    }

    private void settle(Landing landing) {
        OutboxMessage message = landing.message();
        Exception failure = landing.failure();
        if (failure == null) {
            outcome.sent().add(message.position());
            sendNext(landing.behind());
        } else if (isRowsFault(failure)) {
            outcome.refused().put(message.position(), failure.getClass().getSimpleName() + ": " + failure.getMessage());
        } else {
            outcome.troubles().putIfAbsent(message.topic(), failure);
        }
    }

    /** The row's own fault parks it; anything else is the broker's or the network's, and the row waits. */
    private static boolean isRowsFault(Exception failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException
                || failure instanceof SerializationException
                || failure instanceof IllegalArgumentException;
    }
}
