package cn.qingcheng.gateway.route;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who hold connections and ask for nothing. A head has 0.5 s here, a handshake and an idle connection 2 s. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
@TestProfile(SlowCallerTest.ShortTimes.class)
class SlowCallerTest {

    private static final int PAUSE_MILLIS = 250;
    private static final String GET = "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** The times. */
    public static class ShortTimes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qingcheng.gateway.head-timeout", "500MS",
                    "quarkus.http.idle-timeout", "2S",
                    "quarkus.tls.handshake-timeout", "2S");
        }
    }

    @TestHTTPResource(value = "/", tls = true)
    URI address;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHeadThatComesByteByByteIsCut(boolean isOverTls) throws IOException {
        try (Socket socket = isOverTls ? TlsSocket.open(address.getPort(), "http/1.1") : clearText()) {
            assertThat(isCutDuring(socket, GET.substring(0, 6).getBytes(US_ASCII), 1))
                    .isTrue();
        }
    }

    @Test
    void aSecondHeadThatComesByteByByteIsCut() throws IOException {
        try (Socket socket = clearText()) {
            socket.getOutputStream().write(GET.getBytes(US_ASCII));

            assertThat(isCutDuring(socket, GET.substring(0, 6).getBytes(US_ASCII), 1))
                    .isTrue();
        }
    }

    @Test
    void blankLinesHoldNoConnection() throws IOException {
        try (Socket socket = clearText()) {
            assertThat(isCutDuring(socket, "\r\n".repeat(30).getBytes(US_ASCII), 2))
                    .isTrue();
        }
    }

    @Test
    void whoPausesBetweenRequestsAndInABodyIsServed() throws IOException {
        String post = "POST /talent/v1/me HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        try (Socket socket = clearText()) {
            socket.getOutputStream().write(GET.getBytes(US_ASCII));
            assertThat(readFor(socket, 1_500)).contains("HTTP/1.1 200");

            socket.getOutputStream().write((post + "Content-Length: 7\r\n\r\n{\"a\"").getBytes(US_ASCII));
            assertThat(readFor(socket, 1_500)).isEmpty();
            socket.getOutputStream().write(":1}".getBytes(US_ASCII));

            assertThat(readFor(socket, 1_000)).startsWith("HTTP/1.1 200").contains("{\\\"a\\\":1}");
        }
    }

    @Test
    void whoNeverSaysAnythingIsCut() throws IOException {
        try (Socket clearText = clearText();
                Socket noHandshake = new Socket("localhost", address.getPort());
                Socket afterIt = TlsSocket.open(address.getPort(), "http/1.1")) {
            for (Socket socket : new Socket[] {noHandshake, clearText, afterIt}) {
                socket.setSoTimeout(5_000);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void anHttp2HeadThatStandsStillIsCut() throws IOException {
        try (Http2Bytes connection = new Http2Bytes(address.getPort())) {
            connection.frame(Http2Bytes.HEADERS, 0, 1, Http2Bytes.GET_SUBSIDY);

            assertThat(isCutDuring(connection.socket(), new byte[0], 1)).isTrue();
        }
    }

    @Test
    void anHttp2HeadThatComesByteByByteIsCut() throws IOException {
        byte[] head = Arrays.copyOf(Http2Bytes.bytesOf(Http2Bytes.HEADERS, Http2Bytes.END, 1, new byte[100]), 40);
        try (Http2Bytes connection = new Http2Bytes(address.getPort())) {
            assertThat(isCutDuring(connection.socket(), head, 1)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pingsHoldAnHttp2ConnectionOnlyDuringARequest(boolean isDuringARequest) throws IOException {
        byte[] ping = Http2Bytes.bytesOf(Http2Bytes.PING, 0, 0, new byte[8]);
        ByteBuffer pings = ByteBuffer.allocate(24 * ping.length);
        while (pings.hasRemaining()) {
            pings.put(ping);
        }
        try (Http2Bytes connection = new Http2Bytes(address.getPort())) {
            if (isDuringARequest) {
                connection.frame(Http2Bytes.HEADERS, Http2Bytes.END, 1, Http2Bytes.getOf("/talent/v1/never"));
            }

            assertThat(isCutDuring(connection.socket(), pings.array(), ping.length))
                    .isEqualTo(!isDuringARequest);
        }
    }

    /** Whether the other side hangs up while so many of these bytes are sent at a time, with pauses; then it is given 5 s. */
    private static boolean isCutDuring(Socket socket, byte[] bytes, int atATime) throws IOException {
        try {
            for (int i = 0; i < bytes.length; i += atATime) {
                socket.getOutputStream().write(bytes, i, atATime);
                if (isAtEnd(socket, PAUSE_MILLIS)) {
                    return true;
                }
            }
            return bytes.length == 0 && isAtEnd(socket, 5_000);
        } catch (SocketException e) {
            return true;
        }
    }

    /** Whatever comes before. */
    private static boolean isAtEnd(Socket socket, int waitMillis) throws IOException {
        socket.setSoTimeout(waitMillis);
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** What comes until nothing has come for so long. */
    private static String readFor(Socket socket, int waitMillis) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        socket.setSoTimeout(waitMillis);
        try {
            socket.getInputStream().transferTo(text);
        } catch (SocketTimeoutException e) {
            return text.toString(US_ASCII);
        }
        throw new AssertionError("The connection ended after " + text.toString(US_ASCII));
    }

    private static Socket clearText() throws IOException {
        return new Socket("localhost", Caller.port());
    }
}
