package cn.qingcheng.faults.link;

import cn.qingcheng.stack.Links;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leads every connection between two parts through a proxy of its own. */
public final class FaultyLinks implements Links, AutoCloseable {
    private final Map<String, Link> links = new TreeMap<>();

    /**
     * One way from one part to another.
     *
     * @param from who connects
     * @param to who listens
     */
    public record Link(String from, String to, TcpProxy proxy) {
        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    @Override
    public synchronized int port(String from, String to, int port) {
        Link link = links.computeIfAbsent(from + " " + to, any -> new Link(from, to, TcpProxy.to(port)));
        if (link.proxy().targetPort() != port) {
            throw new IllegalStateException(
                    link + " leads to port " + link.proxy().targetPort() + " and not to " + port);
        }
        return link.proxy().port();
    }

    /** All links, in the order of their names. */
    public synchronized List<Link> all() {
        return List.copyOf(links.values());
    }

    /** The links that lead to one part. */
    public List<Link> to(String part) {
        return all().stream().filter(link -> link.to().equals(part)).toList();
    }

    /** Lets everything through everywhere. */
    public void passAll() {
        all().forEach(link -> link.proxy().pass());
    }

    @Override
    public void close() {
        all().forEach(link -> link.proxy().close());
    }
}
