package cn.qingcheng.faults.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection through a proxy: a thread and a buffer for each direction. A piece is read only when the one before has
 * been taken, so that whoever sends too fast is held back by the network as without us.
 */
final class Relay {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final long STACK_BYTES = 128 * 1024;

    private final Socket near;
    private final Socket far = new Socket();
    private final Flow flow;
    private final Events events;
    private final AtomicInteger openDirections = new AtomicInteger(2);
    private volatile boolean closed;

    /** What the proxy wants to know of its connections. */
    interface Events {
        /** The far end could not be reached, or has ended the connection: it may be gone. */
        void farEndLeft();

        void ended(Relay relay);
    }

    Relay(Socket near, Flow flow, Events events) {
        this.near = near;
        this.flow = flow;
        this.events = events;
    }

    void start(int targetPort) {
        thread("from client", () -> {
                    if (connect(targetPort)) {
                        thread("from server", () -> pump(far, near)).start();
                        pump(near, far);
                    }
                })
                .start();
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(null, work, "link " + name, STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    private boolean connect(int targetPort) {
        try {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort), CONNECT_TIMEOUT_MILLIS);
            if (closed) {
                far.close();
                return false;
            }
            return true;
        } catch (IOException unreachable) {
            cut();
            events.farEndLeft();
            return false;
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                flow.await(length, this);
                to.getOutputStream().write(buffer, 0, length);
            }
            flow.await(0, this);
            to.shutdownOutput();
            if (from.equals(far)) {
                events.farEndLeft();
            }
            if (openDirections.decrementAndGet() == 0) {
                close();
            }
        } catch (IOException reset) {
            cut();
            events.farEndLeft();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends it at once at both ends, as a cable that is pulled and a timeout that has passed. */
    void cut() {
        reset(near);
        reset(far);
        close();
    }

    /** Without lingering, the other side is told of a reset instead of a proper end. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // What is closed needs no reset.
        }
    }

    private void close() {
        closed = true;
        close(near);
        close(far);
        flow.wake();
        events.ended(this);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to be closed.
        }
    }
}
