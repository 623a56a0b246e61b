package cn.qingcheng.kit.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
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
    private final long begun = System.nanoTime();
    private final Duration patience;
    private final Map<String, Queue<OutboxMessage>> byKey = new LinkedHashMap<>();
    private final BlockingQueue<Landing> landings = new LinkedBlockingQueue<>();
    /** Written by the producer's thread too, so that not every key of a topic waits for the same time-out in turn. */
    private final Set<String> inTrouble = ConcurrentHashMap.newKeySet();

    private final EventSender.Outcome outcome =
            new EventSender.Outcome(new ArrayList<>(), new LinkedHashMap<>(), new HashMap<>());
    private int inFlight;

    private record Landing(OutboxMessage message, @Nullable Exception failure) {}

    Departure(
            Collection<OutboxMessage> messages,
            Producer<String, byte[]> producer,
            Function<OutboxMessage, ProducerRecord<String, byte[]>> form,
            Duration patience) {
        this.producer = producer;
        this.form = form;
        this.patience = patience;
        for (OutboxMessage message : messages) {
            byKey.computeIfAbsent(message.orderedBy(), key -> new ArrayDeque<>())
                    .add(message);
        }
    }

    EventSender.Outcome untilAllLanded() {
        byKey.values().forEach(this::sendNext);
        try {
            while (inFlight > 0) {
                settle(landings.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.troubles().put("", e);
        }
        return outcome;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
    private void sendNext(Queue<OutboxMessage> queue) {
        OutboxMessage message = queue.poll();
        if (message == null || inTrouble.contains(message.topic()) || System.nanoTime() - begun > patience.toNanos()) {
            return;
        }
        inFlight++;
        try {
            producer.send(form.apply(message), (metadata, failure) -> land(message, failure));
        } catch (RuntimeException e) {
            land(message, e);
        }
    }

    private void land(OutboxMessage message, @Nullable Exception failure) {
        if (failure != null && !isRowsFault(failure)) {
            inTrouble.add(message.topic());
        }
        landings.add(new Landing(message, failure));
    }

    private void settle(Landing landing) {
        inFlight--;
        OutboxMessage message = landing.message();
        Exception failure = landing.failure();
        if (failure == null) {
            outcome.sent().add(message.position());
            sendNext(byKey.getOrDefault(message.orderedBy(), new ArrayDeque<>()));
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
