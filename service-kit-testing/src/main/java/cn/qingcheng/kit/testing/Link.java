package cn.qingcheng.kit.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to a server, which a test can cut and mend: while it is cut, open connections are gone and new ones refused,
 * as when the server's process is not there.
 */
public final class Link implements Closeable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int WAITING_CONNECTIONS = 100;

    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private ServerSocket door;

    /** A link on a port of its own; it leads nowhere yet. */
    public Link() {
        this.door = listen(0);
        this.port = door.getLocalPort();
    }

    /** From now on new connections reach that port of this machine. */
    public void leadTo(int serverPort) {
        target = serverPort;
    }

    /** Where to connect to. */
    public int port() {
        return port;
    }

    /** From now on nobody gets through. */
    public synchronized void cut() {
        closeQuietly(door);
        open.forEach(Link::closeQuietly);
    }

    /** From now on everybody gets through again. */
    public synchronized void mend() {
        if (door.isClosed()) {
            door = listen(port);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private ServerSocket listen(int where) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), WAITING_CONNECTIONS);
            run("accepts", () -> acceptAll(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("no link on port " + where, e);
        }
    }

    private void acceptAll(ServerSocket from) throws IOException {
        while (true) {
            Socket caller = from.accept();
            open.add(caller);
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            run("asks", () -> carry(caller, server));
            run("answers", () -> carry(server, caller));
            if (from.isClosed()) {
                cut();
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException cutOff) {
            // One end is gone, and so is the other.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void run(String what, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The link was cut.
                    }
                },
                "link-" + what + "-" + target);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
