package cn.qingcheng.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.gateway.TestService;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.Reader;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new PoolOptions());
    private final UpstreamSettings settings = new SmallRyeConfigBuilder()
            .withMapping(UpstreamSettings.class)
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withConverter(Duration.class, 100, new DurationConverter())
            .build()
            .getConfigMapping(UpstreamSettings.class);
    private final Upstream upstream = new Upstream(Service.TALENT, vertx, () -> client, settings);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAddressThatIsNamedAgainKeepsWhatIsKnownOfIt() {
        SocketAddress stays = SocketAddress.inetSocketAddress(8081, "10.0.0.1");
        SocketAddress goes = SocketAddress.inetSocketAddress(8081, "10.0.0.2");
        SocketAddress comes = SocketAddress.inetSocketAddress(8081, "10.0.0.3");
        upstream.name(Set.of(stays, goes));
        Instance known = instanceAt(stays);

        upstream.name(Set.of(stays, comes));

        assertThat(instanceAt(stays)).isSameAs(known);
        assertThat(upstream.instances()).extracting(Instance::address).containsExactlyInAnyOrder(stays, comes);
    }

    @Test
    void allAddressesOfANameAreInstances() {
        assertThat(Upstreams.addressesOf(URI.create("http://localhost:8081")))
                .contains(SocketAddress.inetSocketAddress(8081, "127.0.0.1"));
        assertThat(Upstreams.addressesOf(URI.create("http://127.0.0.1")))
                .containsExactly(SocketAddress.inetSocketAddress(80, "127.0.0.1"));
        assertThat(Upstreams.addressesOf(URI.create("http://nowhere.invalid:8081")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a:1", "http://a:1/path", "http://a:1?q", "a:1"})
    void anythingButHostAndPortIsRefused(String address) {
        assertThatThrownBy(() -> Upstreams.addressesOf(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInstanceThatFailsIsAskedLastThenNotAtAllUntilAProbeFindsItReady() {
        List<SocketAddress> addresses = IntStream.range(0, 2)
                .mapToObj(i -> SocketAddress.inetSocketAddress(TestService.start(vertx, "s" + i, 0), "127.0.0.1"))
                .toList();
        upstream.name(Set.copyOf(addresses));
        Instance bad = instanceAt(addresses.get(0));
        Instance good = instanceAt(addresses.get(1));

        bad.failed();
        assertThat(leased()).containsOnly(good);

        good.failed();
        IntStream.range(0, 5).forEach(i -> bad.failed());
        assertThat(leased()).containsOnly(good);

        IntStream.range(0, 5).forEach(i -> good.failed());
        assertThatThrownBy(() -> join(upstream.lease(null))).hasCauseInstanceOf(ConnectException.class);

        bad.probed(true);
        assertThat(leased()).containsOnly(bad);
        good.probed(true);
        assertThat(leased()).contains(bad, good);

        bad.probed(false);
        assertThat(leased()).containsOnly(good);
    }

    /** Else a request is sent into a connection that the service is closing just then. */
    @Test
    void anUnusedConnectionIsGivenUpBeforeTheServiceDoes() throws IOException {
        Properties ofServices = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("../service-kit/src/main/resources/META-INF/microprofile-config.properties"))) {
            ofServices.load(file);
        }

        assertThat(settings.keepAlive().multipliedBy(2))
                .isLessThan(new DurationConverter().convert(ofServices.getProperty("quarkus.http.idle-timeout")));
    }

    private Set<Instance> leased() {
        return IntStream.range(0, 6)
                .mapToObj(i -> {
                    Lease lease = join(upstream.lease(null));
                    lease.abandon();
                    return lease.instance();
                })
                .collect(java.util.stream.Collectors.toSet());
    }

    private Instance instanceAt(SocketAddress address) {
        return upstream.instances().stream()
                .filter(instance -> instance.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
