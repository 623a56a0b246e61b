package cn.qingcheng.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out before anything is started whether another program holds a port. */
final class PortCheck {
    private PortCheck() {}

    static void require(Map<String, Integer> ports) {
        Map<String, Integer> taken = taken(ports);
        if (!taken.isEmpty()) {
            String list = taken.entrySet().stream()
                    .map(port -> port.getValue() + " (" + port.getKey() + ")")
                    .collect(Collectors.joining(", "));
            String subject = taken.size() == 1 ? "Port " + list + " is" : "Ports " + list + " are";
            throw new StackFailure(subject
                    + " taken by another program: stop it, or choose others with --port-offset or --<name>-port.");
        }
    }

    static Map<String, Integer> taken(Map<String, Integer> ports) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        ports.forEach((owner, port) -> {
            if (!free(port)) {
                taken.put(owner, port);
            }
        });
        return taken;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException alreadyBound) {
            return false;
        }
    }
}
