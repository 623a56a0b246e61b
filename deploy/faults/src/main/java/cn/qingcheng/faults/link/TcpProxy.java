package cn.qingcheng.faults.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A port of 127.0.0.1 that leads to another one, and can refuse, cut, stall or slow what goes through. While nobody
 * listens at the far end nobody does here either: whoever connects learns the same from both, also that it was before
 * anything was sent.
 */
public final class TcpProxy implements AutoCloseable {
    private static final Duration PROBE_EVERY = Duration.ofMillis(50);
    private static final int PROBE_TIMEOUT_MILLIS = 5_000;
    private static final int LISTEN_TRIES = 200;
    private static final Duration LISTEN_PAUSE = Duration.ofMillis(10);
    private static final int BACKLOG = 200;

    private final int targetPort;
    /** Holds the port also while nobody listens, lest the system give it to an outgoing connection. */
    private final SocketChannel placeholder;

    private final int port;
    private final Flow flow = new Flow();
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private final Relay.Events events = new Relay.Events() {
        @Override
        public void farEndLeft() {
            startProbe();
        }

        @Override
        public void ended(Relay relay) {
            relays.remove(relay);
        }
    };
    private final AtomicBoolean probing = new AtomicBoolean();
    private @Nullable ServerSocket listener;
    private @Nullable Thread doorkeeper;
    private boolean refusing;
    private boolean farEndAway;
    private boolean closed;

    private TcpProxy(int targetPort) throws IOException {
        this.targetPort = targetPort;
        this.placeholder = SocketChannel.open();
        placeholder.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        placeholder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.port = ((InetSocketAddress) placeholder.getLocalAddress()).getPort();
        adjust();
    }

    /** Opens a proxy to a port of 127.0.0.1, on a port the system chooses. */
    public static TcpProxy to(int targetPort) {
        try {
            return new TcpProxy(targetPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    int targetPort() {
        return targetPort;
    }

    /** Lets everything through, now and from now on. */
    public synchronized void pass() {
        refusing = false;
        flow.free();
        adjust();
    }

    /** Cuts what is open and lets nobody in, as a machine that is gone; returns when the door is shut. */
    public void refuse() {
        Thread leaving;
        synchronized (this) {
            leaving = doorkeeper;
            refusing = true;
            adjust();
            flow.free();
            cut();
        }
        // The system keeps the door open until nobody waits at it any more.
        awaitEnd(leaving);
    }

    private static void awaitEnd(@Nullable Thread leaving) {
        try {
            if (leaving != null) {
                leaving.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cuts every connection that is open now. */
    public void cut() {
        relays.forEach(Relay::cut);
    }

    /** Holds back every byte and lets all connections stand, until {@link #pass}. */
    public void stall() {
        flow.stall();
    }

    /**
     * Lets everything through late and slowly.
     *
     * @param latency how long each piece is held back; a piece is what one read gives, 16 KiB at most
     * @param bytesPerSecond of each connection and direction
     */
    public void slow(Duration latency, long bytesPerSecond) {
        flow.slow(latency, bytesPerSecond);
    }

    /** Connections that are open now. */
    int connections() {
        return relays.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        adjust();
        cut();
    }

    /** Opens or closes the door as it should be now. */
    private synchronized void adjust() {
        boolean open = !refusing && !farEndAway && !closed;
        try {
            if (open && listener == null) {
                ServerSocket socket = listen();
                listener = socket;
                Thread keeper = thread("accept", () -> accept(socket));
                doorkeeper = keeper;
                keeper.start();
            } else if (!open && listener != null) {
                listener.close();
                listener = null;
            }
            if (closed) {
                placeholder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the door of the link to " + targetPort + " is stuck", e);
        }
    }

    /** Tries more than once, as a door that has just been closed is held until its thread has noticed. */
    private ServerSocket listen() throws IOException {
        for (int attempt = 1; ; attempt++) {
            ServerSocket socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
                return socket;
            } catch (BindException stillHeld) {
                socket.close();
                if (attempt == LISTEN_TRIES) {
                    throw stillHeld;
                }
                LockSupport.parkNanos(LISTEN_PAUSE.toNanos());
            }
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "link " + name);
        thread.setDaemon(true);
        return thread;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                admit(socket.accept());
            } catch (IOException closedOrGoneAgain) {
                // A closed door ends the loop; a caller who has left already is no concern of ours.
            }
        }
    }

    private synchronized void admit(Socket near) throws IOException {
        if (refusing || closed) {
            near.setSoLinger(true, 0);
            near.close();
            return;
        }
        Relay relay = new Relay(near, flow, events);
        relays.add(relay);
        relay.start(targetPort);
    }

    /** Looks whether the far end still listens, and closes the door until it does. */
    private void startProbe() {
        if (probing.compareAndSet(false, true)) {
            thread("probe", this::probe).start();
        }
    }

    private void probe() {
        try {
            while (!farEndListens()) {
                setFarEndAway(true);
                LockSupport.parkNanos(PROBE_EVERY.toNanos());
            }
        } finally {
            probing.set(false);
            setFarEndAway(false);
        }
    }

    private synchronized void setFarEndAway(boolean away) {
        farEndAway = away;
        adjust();
    }

    /** Only a refusal says that nobody listens; one who is slow to answer does. */
    private boolean farEndListens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort), PROBE_TIMEOUT_MILLIS);
            return true;
        } catch (ConnectException refused) {
            return isClosed();
        } catch (IOException unknown) {
            return true;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
