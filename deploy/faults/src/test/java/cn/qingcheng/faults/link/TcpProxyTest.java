package cn.qingcheng.faults.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private EchoServer server;
    private TcpProxy proxy;

    @BeforeEach
    void aServerBehindAProxy() {
        server = EchoServer.anywhere();
        proxy = TcpProxy.to(server.port());
    }

    @AfterEach
    void closeAll() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesBytesBothWaysAndTheEndAfterThem() throws Exception {
        byte[] much = new byte[3_000_000];
        much[much.length - 1] = 7;
        try (Socket client = connect()) {
            Thread sender = new Thread(() -> {
                try {
                    client.getOutputStream().write(much);
                    client.shutdownOutput();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            sender.start();

            assertThat(client.getInputStream().readAllBytes()).isEqualTo(much);
        }
        eventually(() -> proxy.connections() == 0);
    }

    @Test
    void refusingItCutsWhatIsOpenAndLetsNobodyIn() throws Exception {
        try (Socket open = connect()) {
            assertThat(echo(open, "before")).isEqualTo("before");

            proxy.refuse();

            assertThatThrownBy(() -> echo(open, "during")).isInstanceOf(SocketException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
        proxy.pass();
        try (Socket client = connect()) {
            assertThat(echo(client, "after")).isEqualTo("after");
        }
    }

    @Test
    void aRefusedPortIsGivenToNobodyElse() throws Exception {
        proxy.refuse();
        try (Socket other = new Socket()) {
            other.setReuseAddress(false);

            assertThatThrownBy(() ->
                            other.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                    .isInstanceOf(java.net.BindException.class);
        }
    }

    @Test
    void aCutEndsWhatIsOpenNowAndNothingElse() throws Exception {
        try (Socket open = connect()) {
            assertThat(echo(open, "before")).isEqualTo("before");

            proxy.cut();

            assertThatThrownBy(() -> echo(open, "after the cut")).isInstanceOf(SocketException.class);
        }
        try (Socket client = connect()) {
            assertThat(echo(client, "next")).isEqualTo("next");
        }
    }

    @Test
    void stalledItHoldsBytesAndConnectionsAndGivesThemOutLater() throws Exception {
        try (Socket open = connect()) {
            assertThat(echo(open, "before")).isEqualTo("before");
            proxy.stall();
            open.setSoTimeout(400);

            assertThatThrownBy(() -> echo(open, "held")).isInstanceOf(SocketTimeoutException.class);

            proxy.pass();
            assertThat(read(open, 4)).isEqualTo("held");
        }
    }

    @Test
    void whatIsStalledCanBeCut() throws Exception {
        try (Socket open = connect()) {
            assertThat(echo(open, "before")).isEqualTo("before");
            proxy.stall();
            open.getOutputStream().write("held".getBytes(StandardCharsets.UTF_8));

            proxy.cut();

            assertThatThrownBy(() -> read(open, 4)).isInstanceOf(SocketException.class);
        }
        eventually(() -> proxy.connections() == 0);
    }

    @Test
    void slowedItTakesItsTimeForEachPieceAndItsLength() throws Exception {
        proxy.slow(Duration.ofMillis(150), 100_000);
        try (Socket client = connect()) {
            long begun = System.nanoTime();
            assertThat(echo(client, "x")).isEqualTo("x");
            Duration there = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(there).as("150 ms each way").isBetween(Duration.ofMillis(300), Duration.ofSeconds(3));

            proxy.slow(Duration.ZERO, 200_000);
            begun = System.nanoTime();
            assertThat(echo(client, "y".repeat(100_000))).hasSize(100_000);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("half a second there, and the way back at the same time")
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(4));
        }
    }

    @Test
    void holdsBackASenderWhomNobodyReads() throws Exception {
        AtomicLong taken = new AtomicLong();
        try (EchoServer deaf = EchoServer.deaf();
                TcpProxy toDeaf = TcpProxy.to(deaf.port());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), toDeaf.port())) {
            Thread sender = new Thread(() -> {
                try {
                    OutputStream out = client.getOutputStream();
                    byte[] piece = new byte[64 * 1024];
                    while (true) {
                        out.write(piece);
                        taken.addAndGet(piece.length);
                    }
                } catch (IOException over) {
                    // The test is over.
                }
            });
            sender.setDaemon(true);
            sender.start();

            eventually(() -> {
                long before = taken.get();
                LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
                return before > 0 && taken.get() == before;
            });
            assertThat(taken.get()).as("what the system's buffers take").isLessThan(64_000_000);
        }
    }

    @Test
    void whileNobodyListensAtTheFarEndNobodyDoesHere() throws Exception {
        int target = server.port();
        try (Socket open = connect()) {
            assertThat(echo(open, "before")).isEqualTo("before");
            server.close();
            eventually(() -> isRefused());
        }
        server = EchoServer.at(target);
        eventually(() -> !isRefused());
        try (Socket client = connect()) {
            assertThat(echo(client, "again")).isEqualTo("again");
        }
    }

    private boolean isRefused() {
        try (Socket client = connect()) {
            return !client.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static String echo(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return read(socket, text.length());
    }

    private static String read(Socket socket, int length) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        if (bytes.length < length) {
            throw new SocketException("ended after " + bytes.length + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void eventually(Callable<Boolean> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
