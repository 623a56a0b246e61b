package cn.qingcheng.faults.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends back what it gets, or reads nothing at all. */
final class EchoServer implements AutoCloseable {
    private final ServerSocket listener;
    private final boolean deaf;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private EchoServer(int port, boolean deaf) {
        this.deaf = deaf;
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    static EchoServer anywhere() {
        return new EchoServer(0, false);
    }

    static EchoServer at(int port) {
        return new EchoServer(port, false);
    }

    /** One that accepts connections and never reads. */
    static EchoServer deaf() {
        return new EchoServer(0, true);
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                if (!deaf) {
                    run(() -> echo(socket));
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void echo(Socket socket) {
        try {
            socket.getInputStream().transferTo(socket.getOutputStream());
            socket.shutdownOutput();
        } catch (IOException cut) {
            // What tests are about.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
