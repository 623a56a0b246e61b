package cn.qingcheng.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.gateway.TestService;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new PoolOptions());
    private final Upstream upstream = new Upstream(
            Service.TALENT,
            vertx,
            () -> client,
            new SmallRyeConfigBuilder()
                    .withMapping(UpstreamSettings.class)
                    .withConverter(
                            io.quarkus.runtime.configuration.MemorySize.class,
                            100,
                            new io.quarkus.runtime.configuration.MemorySizeConverter())
                    .withConverter(
                            java.time.Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
                    .build()
                    .getConfigMapping(UpstreamSettings.class));

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
