package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void namesTheTakenPortAndWhoWantedIt() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> PortCheck.require(Map.of("gateway", port)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessage("Port " + port + " (gateway) is taken by another program: stop it, or choose others"
                            + " with --port-offset or --<name>-port.");
        }
    }

    @Test
    void namesAllTakenPortsAtOnce() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> ports = Map.of("kafka", one.getLocalPort(), "postgres", two.getLocalPort());

            assertThatThrownBy(() -> PortCheck.require(ports))
                    .hasMessageStartingWith("Ports ")
                    .hasMessageContaining(one.getLocalPort() + " (kafka)")
                    .hasMessageContaining(two.getLocalPort() + " (postgres)");
        }
    }

    @Test
    void isContentWithFreePorts() throws Exception {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }

        assertThatCode(() -> PortCheck.require(Map.of("gateway", port))).doesNotThrowAnyException();
    }

    @Test
    void aFreeSetKeepsClearOfTheStandardPorts() {
        Ports ports = Ports.firstFree();

        assertThat(ports.gateway()).isNotEqualTo(Ports.standard().gateway());
        assertThat(ports.kafkaController()).isLessThan(32_768);
    }
}
