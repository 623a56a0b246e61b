package cn.qingcheng.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.faults.link.FaultyLinks;
import cn.qingcheng.stack.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The injector on parts without processes and on real connections. */
class InjectorTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /** What was done to all parts, in its order. */
    private final List<String> done = new CopyOnWriteArrayList<>();

    private final List<TestPart> parts = Stream.of(
                    "postgres", "kafka", "talent-service-1", "talent-service-2", "housing-service-1", "gateway")
            .map(name -> new TestPart(name, done))
            .toList();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private FaultyLinks links;
    private SmallDisk disk;
    private Injector injector;

    @BeforeEach
    void aCity() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        links = new FaultyLinks();
        links.port("talent-service-1", "kafka", server.getLocalPort());
        disk = SmallDisk.of(folder.resolve("postgres"), 2);
        injector = new Injector(
                List.<Part>copyOf(parts),
                links,
                disk,
                new Broker("127.0.0.1:1"),
                folder.resolve("traffic/poison.ndjson"),
                told::add);
    }

    @AfterEach
    void closeAll() throws IOException {
        injector.close();
        links.close();
        server.close();
        disk.close();
    }

    private List<Injected> run(Duration length, Fault... faults) {
        return injector.run(new FaultSchedule(length, Arrays.asList(faults)));
    }

    private static Fault fault(FaultKind kind, Duration length, long seed) {
        return new Fault(kind, Duration.ZERO, length, seed);
    }

    private TestPart part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasKilledRunsAgainWhenTheRunIsOver() {
        List<Injected> injected = run(
                Duration.ofMillis(100),
                fault(FaultKind.KILL_DATABASE, Duration.ZERO, 1),
                fault(FaultKind.KILL_GATEWAY, Duration.ZERO, 2));

        assertThat(injected)
                .extracting(Injected::kind)
                .containsExactlyInAnyOrder(FaultKind.KILL_DATABASE, FaultKind.KILL_GATEWAY);
        assertThat(part("postgres").story()).containsExactly("kill", "start");
        assertThat(part("gateway").story()).containsExactly("kill", "start");
        assertThat(part("kafka").story()).isEmpty();
        assertThat(parts).allMatch(TestPart::isRunning);
    }

    @Test
    void whatDiesByItselfIsStartedAgainAsOftenAsItTakes() throws Exception {
        part("kafka").failToStart(1);
        part("kafka").kill();

        eventually(() -> part("kafka").isRunning());

        assertThat(part("kafka").story()).containsExactly("kill", "start", "start");
        assertThat(told).contains("kafka ended by itself", "not yet started: kafka ended with exit code 1.");
    }

    @Test
    void whatSomeoneHoldsIsHisUntilHeGivesItBack() throws Exception {
        Part part = part("gateway");
        try (Keeper keeper = new Keeper(List.of(part), told::add)) {
            keeper.hold(part);
            Thread second = inThread(() -> keeper.hold(part));
            part.stop();
            LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
            assertThat(part.isRunning()).as("started by the keeper").isFalse();
            assertThat(second.isAlive()).as("the second waits").isTrue();

            keeper.release(part);
            second.join();
            keeper.release(part);
            eventually(part::isRunning);
        }
    }

    @Test
    void aPauseEndsWithItsTimeOrWithTheRun() {
        List<Injected> injected = run(Duration.ofMillis(300), fault(FaultKind.PAUSE, Duration.ofMinutes(5), 3));

        assertThat(injected).hasSize(1);
        assertThat(parts.stream().flatMap(part -> part.story().stream())).containsExactly("pause");
        assertThat(parts).noneMatch(TestPart::isPaused);
    }

    @Test
    void aRollingRestartTakesOneInstanceOfAServiceAtATime() {
        String what;
        try (Keeper keeper = new Keeper(List.copyOf(parts), told::add)) {
            what = new RollingRestart(new Roster(List.copyOf(parts)), keeper)
                    .inflict(fault(FaultKind.ROLLING_RESTART, Duration.ZERO, 4), new Ending());
        }

        assertThat(what).isEqualTo("restarted 4 processes in turn");
        for (TestPart part : parts) {
            boolean restarted = !List.of("postgres", "kafka").contains(part.name());
            assertThat(part.story()).isEqualTo(restarted ? List.of("stop", "start") : List.of());
        }
        assertThat(done).containsSubsequence("talent-service-1 start", "talent-service-2 stop");
        assertThat(done).endsWith("gateway stop", "gateway start");
        assertThat(told).noneMatch(line -> line.contains("ended by itself"));
    }

    @Test
    void theBrokersAbsenceIsFeltThroughWeakerFaultsOfTheSameLink() throws Exception {
        Ending ending = new Ending();
        LinkFaults faults = new LinkFaults(links);
        Thread slow = inThread(() -> faults.inflict(fault(FaultKind.SLOW, SOON, 1), ending));
        Ending back = new Ending();
        Thread away = inThread(() -> faults.inflict(fault(FaultKind.BROKER_AWAY, SOON, 2), back));
        eventually(() -> !isReachable());

        Ending weaker = new Ending();
        Thread stall = inThread(() -> faults.inflict(fault(FaultKind.STALL, SOON, 3), weaker));
        weaker.come();
        stall.join();
        assertThat(isReachable()).isFalse();

        back.come();
        away.join();
        assertThat(isReachable()).isTrue();
        ending.come();
        slow.join();
    }

    @Test
    void whatCannotBeDoneHereIsLeftOutAndSaid() {
        List<Injected> injected = run(Duration.ofMillis(300), fault(FaultKind.DISK_FULL, Duration.ofMillis(100), 5));

        assertThat(injected).hasSize(disk.isMounted() ? 1 : 0);
        assertThat(injector.leftOut()).hasSize(disk.isMounted() ? 0 : 1);
    }

    private static Thread inThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private boolean isReachable() {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), links.all().get(0).proxy().port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static void eventually(Callable<Boolean> wanted) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!wanted.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
