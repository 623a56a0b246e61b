package cn.qingcheng.faults.fault;

import cn.qingcheng.faults.link.FaultyLinks;
import cn.qingcheng.stack.Part;
import cn.qingcheng.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings about the faults of a schedule in a running city, several at a time if it says so, and heals the city. */
public final class Injector implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(6);
    private static final Duration FAULT_PATIENCE = Duration.ofMinutes(4);

    private final Roster roster;
    private final FaultyLinks links;
    private final SmallDisk disk;
    private final Consumer<String> tell;
    private final Keeper keeper;
    private final Map<FaultKind, Injection> injections = new EnumMap<>(FaultKind.class);
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("fault"));
    private final Queue<Future<?>> running = new ConcurrentLinkedQueue<>();
    private final List<Injected> injected = Collections.synchronizedList(new ArrayList<>());
    private volatile Ending ending = new Ending();

    Injector(List<Part> parts, FaultyLinks links, SmallDisk disk, Broker broker, Path journal, Consumer<String> tell) {
        this.roster = new Roster(parts);
        this.links = links;
        this.disk = disk;
        this.tell = tell;
        this.keeper = new Keeper(parts, tell);
        Injection processes = new ProcessFaults(roster, keeper);
        Injection connections = new LinkFaults(links);
        for (FaultKind kind : FaultKind.values()) {
            injections.put(
                    kind,
                    switch (kind) {
                        case KILL_SERVICE, KILL_BROKER, KILL_DATABASE, KILL_GATEWAY, PAUSE -> processes;
                        case BROKER_AWAY, CUT, STALL, SLOW -> connections;
                        case REDELIVER -> new Redelivery(broker);
                        case REWIND -> new Rewind(roster, keeper, broker);
                        case DISK_FULL -> this::fillDisk;
                        case ROLLING_RESTART -> new RollingRestart(roster, keeper);
                        case POISON -> new Poison(broker, journal);
                    });
        }
    }

    /**
     * Gets ready for a city whose links lead through proxies. From now on, what dies in it is started again.
     *
     * @param tell takes a line for each thing that happens
     */
    public static Injector of(Stack stack, FaultyLinks links, SmallDisk disk, Consumer<String> tell) {
        Path journal = stack.settings().data().path().resolve("traffic").resolve("poison.ndjson");
        return new Injector(stack.parts(), links, disk, new Broker(stack.kafkaAddress()), journal, tell);
    }

    /** Kinds that cannot be brought about on this machine. */
    public Set<FaultKind> leftOut() {
        return disk.isMounted() ? EnumSet.noneOf(FaultKind.class) : EnumSet.of(FaultKind.DISK_FULL);
    }

    /** Returns when the schedule's time is over and every fault of it has ended; says what was done. */
    public List<Injected> run(FaultSchedule schedule) {
        injected.clear();
        Ending ending = new Ending();
        this.ending = ending;
        long begun = System.nanoTime();
        for (Fault fault : schedule.faults()) {
            ending.await(fault.at().minusNanos(System.nanoTime() - begun));
            if (!ending.hasCome() && !leftOut().contains(fault.kind())) {
                running.add(threads.submit(() -> inflict(fault, ending)));
            }
        }
        ending.await(schedule.length().minusNanos(System.nanoTime() - begun));
        heal();
        return List.copyOf(injected);
    }

    private Void inflict(Fault fault, Ending ending) throws Exception {
        tell.accept(fault.kind() + " begins");
        Injection injection = injections.get(fault.kind());
        if (injection == null) {
            throw new IllegalStateException("nobody does " + fault.kind());
        }
        String what = injection.inflict(fault, ending);
        injected.add(new Injected(fault.kind(), fault.at(), what));
        tell.accept(fault.kind() + ": " + what);
        return null;
    }

    private String fillDisk(Fault fault, Ending ending) {
        disk.fill();
        try {
            ending.await(fault.length());
        } finally {
            disk.free();
        }
        return "no room on the database's disk for " + fault.length().toMillis() + " ms";
    }

    /**
     * Undoes every fault, and returns when each part of the city runs and was ready once. Ends a run that another thread is
     * in.
     *
     * @throws IllegalStateException when a fault could not be brought about as it should, or a part does not come back
     */
    public synchronized void heal() {
        ending.come();
        // First what faults may themselves be waiting for, then again what the last of them did.
        undo();
        IllegalStateException failure = awaitFaults();
        undo();
        keeper.startAll(START_PATIENCE);
        if (failure != null) {
            throw failure;
        }
    }

    private void undo() {
        links.passAll();
        disk.free();
        roster.all().forEach(Part::resume);
    }

    private @Nullable IllegalStateException awaitFaults() {
        IllegalStateException failure = null;
        for (Future<?> fault = running.poll(); fault != null; fault = running.poll()) {
            try {
                fault.get(FAULT_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                failure = new IllegalStateException("a fault could not be brought about: " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the city is healed", e);
            }
        }
        return failure;
    }

    @Override
    public void close() {
        ending.come();
        keeper.close();
        threads.shutdownNow();
    }
}
