package cn.qingcheng.gateway.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The upstream of every service, and the HTTP clients by which all of them are asked. */
@ApplicationScoped
public class Upstreams {

    private static final Logger LOG = Logger.getLogger(Upstreams.class);
    private static final int HTTP_PORT = 80;
    // As many as Vert.x makes. Were there more, some would share a client.
    private static final int EVENT_LOOPS = VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE;

    private final UpstreamSettings settings;
    private final Map<Service, Upstream> upstreams = new EnumMap<>(Service.class);
    private final MultiGauge outstanding;
    private final Vertx vertx;
    private final long timer;

    Upstreams(Vertx vertx, UpstreamSettings settings, MeterRegistry meters) {
        this.vertx = vertx;
        this.settings = settings;
        // The JVM keeps addresses for 30 s otherwise, and an instance that is gone would be asked as long.
        Security.setProperty(
                "networkaddress.cache.ttl",
                Long.toString(settings.resolveEvery().toSeconds()));
        outstanding = MultiGauge.builder("qingcheng_gateway_outstanding")
                .description("Requests under way to an instance")
                .register(meters);
        // One for each event loop, so that a request and its answer never change the thread. Made here, for what a
        // request makes is closed with the server's own parts, before the last requests end.
        List<HttpClient> clients =
                Stream.generate(this::client).limit(EVENT_LOOPS).toList();
        AtomicInteger next = new AtomicInteger();
        ThreadLocal<HttpClient> client =
                ThreadLocal.withInitial(() -> clients.get(next.getAndIncrement() % EVENT_LOOPS));
        for (Service service : Service.values()) {
            upstreams.put(service, new Upstream(service, vertx, client::get, settings));
        }
        resolve();
        timer = vertx.setPeriodic(
                settings.resolveEvery().toMillis(),
                tick -> vertx.executeBlocking(() -> {
                    resolve();
                    return null;
                }));
    }

    private HttpClient client() {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setKeepAliveTimeout((int) settings.keepAlive().toSeconds())
                        // Bytes pass through as they are; decompressing would only cost.
                        .setDecompressionSupported(false)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(settings.connectionsPerInstance()));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    public Upstream of(Service service) {
        Upstream upstream = upstreams.get(service);
        if (upstream == null) {
            throw new IllegalStateException("No upstream for " + service);
        }
        return upstream;
    }

    private synchronized void resolve() {
        upstreams.values().forEach(upstream -> {
            Set<SocketAddress> addresses = new LinkedHashSet<>();
            for (URI uri : settings.of(upstream.service())) {
                addresses.addAll(addressesOf(uri));
            }
            // A name server that is away is no reason to forget where the service is.
            if (!addresses.isEmpty()) {
                upstream.name(addresses);
            }
        });
        outstanding.register(
                upstreams.values().stream()
                        .flatMap(upstream -> upstream.instances().stream()
                                .map(instance -> MultiGauge.Row.of(
                                        Tags.of(
                                                "service",
                                                upstream.service().segment(),
                                                "instance",
                                                instance.address().toString()),
                                        instance,
                                        Instance::outstanding)))
                        .toList(),
                true);
    }

    /** All addresses of a name, as that of a headless service in a cluster. Refuses what is not {@code http://host:port}. */
    static Set<SocketAddress> addressesOf(URI uri) {
        boolean bare = uri.getRawQuery() == null && ("".equals(uri.getRawPath()) || "/".equals(uri.getRawPath()));
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !bare) {
            throw new IllegalArgumentException("An upstream is http://host:port, not " + uri);
        }
        Set<SocketAddress> addresses = new LinkedHashSet<>();
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
                addresses.add(SocketAddress.inetSocketAddress(port, address.getHostAddress()));
            }
        } catch (UnknownHostException e) {
            LOG.warnf("The name %s is not known: %s", uri.getHost(), e.getMessage());
        }
        return addresses;
    }
}
