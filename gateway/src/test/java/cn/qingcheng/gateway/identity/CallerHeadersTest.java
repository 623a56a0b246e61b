package cn.qingcheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class CallerHeadersTest {

    @Test
    void anAddressIsPassedOnAsItIs() {
        assertThat(CallerHeaders.address(SocketAddress.inetSocketAddress(1, "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    /** A balancer that is trusted may pass on what its caller wrote in X-Forwarded-For. */
    @Test
    void whatIsNoAddressIsCalledUnknown() {
        assertThat(CallerHeaders.address(SocketAddress.inetSocketAddress(1, "somebody")))
                .isEqualTo("unknown");
    }
}
