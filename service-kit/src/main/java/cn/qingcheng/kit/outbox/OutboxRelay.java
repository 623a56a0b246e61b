package cn.qingcheng.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to Kafka on a thread of its own: at once after a commit, and every second in case a wake-up was
 * lost with its process. Of several processes on one database, one relays at a time.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long POLL_MILLIS = 1_000;
    private static final int BATCH = 2_000;

    /** After so many batches their marks are committed, so that a crash sends no more than these again. */
    private static final int BATCHES_A_TURN = 4;

    /** Between two turns, so that on a busy service many events share the cost of one. */
    private static final long PAUSE_MILLIS = 20;

    private static final int TRANSACTION_TIMEOUT_SECONDS = 120;

    /**
     * How long a turn begins to send. With the 15 s that what is begun may take, it stays below the 60 s after which
     * PostgreSQL ends an idle transaction and gives the turn to another process, which would send beside this one.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long COUNT_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long PURGE_EVERY_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final OutboxTable table;
    private final OwnTopics topics;
    private final Map<String, Object> kafka;
    private final String serviceName;
    private final Duration keepSent;
    private final MeterRegistry meters;
    private final List<Gauge> gauges;
    private final ExecutorService sendings =
            Executors.newSingleThreadExecutor(runnable -> daemon(runnable, "outbox-sender"));
    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicLong backlog = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private @Nullable Thread thread;
    private @Nullable EventSender sender;
    private boolean topicsMade;
    private long countedAt;
    private long purgedAt;

    @Inject
    OutboxRelay(
            OutboxTable table,
            OwnTopics topics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String serviceName,
            @ConfigProperty(name = "qingcheng.outbox.keep-sent", defaultValue = "P7D") Duration keepSent,
            MeterRegistry meters) {
        this.table = table;
        this.topics = topics;
        this.kafka = kafka;
        this.serviceName = serviceName;
        this.keepSent = keepSent;
        this.meters = meters;
        this.gauges = List.of(
                Gauge.builder("qingcheng.outbox.backlog", backlog, AtomicLong::doubleValue)
                        .description("Events that wait to be sent")
                        .register(meters),
                Gauge.builder("qingcheng.outbox.parked", parked, AtomicLong::doubleValue)
                        .description(
                                "Events the broker refuses for ever; each waits for an operator and keeps back its key")
                        .register(meters));
    }

    void start(@Observes StartupEvent event) {
        if (topics.isEmpty()) {
            return;
        }
        countedAt = System.nanoTime() - COUNT_EVERY_NANOS;
        purgedAt = System.nanoTime();
        Thread runner = daemon(this::run, "outbox-relay");
        thread = runner;
        runner.start();
    }

    private static Thread daemon(Runnable runnable, String name) {
        Thread daemon = new Thread(runnable, name);
        daemon.setDaemon(true);
        return daemon;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        gauges.forEach(meters::remove);
        wake();
        if (thread != null) {
            thread.join(STOP_WITHIN_MILLIS);
            thread.interrupt();
        }
    }

    /** Says that there may be something to send. */
    void wake() {
        wakeUps.release();
    }

    private void run() {
        try {
            do {
                tryTo(this::relayAll);
                tryTo(this::lookAfterTheTable);
                if (wakeUps.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } while (!stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the relay ends in the middle of its work", e);
        } finally {
            dropSender();
            sendings.shutdown();
        }
    }

    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("events wait in the outbox, and are tried again: %s", e);
        }
    }

    private void relayAll() {
        if (!topicsMade) {
            topics.create(kafka);
            topicsMade = true;
        }
        Set<String> inTrouble = new HashSet<>();
        boolean more = true;
        while (more && stopping.getCount() > 0) {
            more = QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_TIMEOUT_SECONDS)
                    .call(() -> relayTurn(inTrouble));
        }
    }

    /**
     * Whether there may be more behind this turn. While a full batch is sent, the one behind it is read. However the turn
     * ends, nothing is on its way any more: it could arrive behind what another process sends again.
     *
     * @param inTrouble topics to leave out; those that cannot be sent to now are added, so that others pass
     */
    boolean relayTurn(Set<String> inTrouble) {
        if (!table.takeTurn()) {
            return false;
        }
        long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
        List<OutboxMessage> batch = table.claim(BATCH, inTrouble);
        boolean more = batch.size() == BATCH;
        for (int batches = 1; !batch.isEmpty(); batches++) {
            Future<EventSender.Outcome> sending = send(batch, deadlineNanos);
            boolean another = batch.size() == BATCH && batches < BATCHES_A_TURN;
            List<OutboxMessage> next;
            EventSender.Outcome outcome;
            try {
                next = another ? table.claim(BATCH, inTrouble) : List.of();
            } finally {
                outcome = outcomeOf(sending);
            }
            if (outcome.sent().size() < batch.size()) {
                // The next ones too: those of a key are to stay behind what was not sent.
                table.giveBack(positionsWithout(outcome.sent(), batch, next));
                note(outcome, inTrouble);
                return true;
            }
            batch = next;
        }
        return more;
    }

    private Future<EventSender.Outcome> send(List<OutboxMessage> batch, long deadlineNanos) {
        EventSender present = sender();
        return sendings.submit(() -> present.send(batch, deadlineNanos));
    }

    private EventSender.Outcome outcomeOf(Future<EventSender.Outcome> sending) {
        try {
            return sending.get();
        } catch (InterruptedException e) {
            dropSender();
            Thread.currentThread().interrupt();
            throw new OutboxException("the service stops", e);
        } catch (ExecutionException e) {
            throw new OutboxException("a batch could not be sent", e);
        }
    }

    private static Set<Long> positionsWithout(List<Long> sent, List<OutboxMessage> batch, List<OutboxMessage> next) {
        Set<Long> positions = new HashSet<>();
        batch.forEach(message -> positions.add(message.position()));
        sent.forEach(positions::remove);
        next.forEach(message -> positions.add(message.position()));
        return positions;
    }

    private void note(EventSender.Outcome outcome, Set<String> inTrouble) {
        table.park(outcome.refused());
        outcome.refused()
                .forEach((position, reason) ->
                        LOG.errorf("event at %d parked, those of its key wait behind it: %s", position, reason));
        outcome.troubles().forEach((topic, trouble) -> LOG.warnf("events for %s wait: %s", topic, trouble));
        if (outcome.needsNewSender()) {
            dropSender();
        }
        inTrouble.addAll(outcome.troubles().keySet());
        // A topic may be gone with the broker's disk.
        topicsMade &= outcome.isComplete();
    }

    private EventSender sender() {
        EventSender present = sender;
        if (present == null) {
            present = new EventSender(kafka, serviceName);
            sender = present;
        }
        return present;
    }

    private void dropSender() {
        EventSender present = sender;
        sender = null;
        if (present != null) {
            present.close();
        }
    }

    private void lookAfterTheTable() {
        long now = System.nanoTime();
        if (now - countedAt >= COUNT_EVERY_NANOS) {
            countedAt = now;
            QuarkusTransaction.requiringNew().run(() -> {
                backlog.set(table.countWaiting());
                parked.set(table.countParked());
            });
        }
        if (now - purgedAt >= PURGE_EVERY_NANOS) {
            purgedAt = now;
            int purged = QuarkusTransaction.requiringNew().call(() -> table.purgeSent(keepSent));
            LOG.debugf("%d sent events purged", purged);
        }
    }
}
