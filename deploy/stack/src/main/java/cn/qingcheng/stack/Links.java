package cn.qingcheng.stack;

/** Through which ports the parts of a city reach each other; whoever wants to disturb a connection leads it elsewhere. */
@FunctionalInterface
public interface Links {
    /** Whoever calls the city from outside. */
    String CLIENT = "client";

    /**
     * Where one part connects to reach another. Asked at each start of the part that connects, and always to be answered
     * alike.
     *
     * @param from the part that connects, such as {@code talent-service-1}, or {@link #CLIENT}
     * @param to the part that listens, such as {@code postgres}
     * @param port where it listens, on 127.0.0.1
     * @return the port that {@code from} is told instead, on 127.0.0.1 too
     */
    int port(String from, String to, int port);

    /** Everyone connects straight to whom it wants to reach. */
    static Links direct() {
        return (from, to, port) -> port;
    }
}
