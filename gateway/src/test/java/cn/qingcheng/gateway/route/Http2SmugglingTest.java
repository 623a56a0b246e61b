package cn.qingcheng.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In HTTP/2 a header may hold any byte. Some would end it in HTTP/1.1, which the services speak, and begin another. */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class Http2SmugglingTest {

    private static final int REQUEST = 1;
    private static final int SCHEME_AT = 1;

    @TestHTTPResource(value = "/", tls = true)
    URI address;

    static Stream<Arguments> crooked() {
        return Stream.of(
                Arguments.of("x-a", "1\r\nX-Hidden: 2"),
                Arguments.of("x-a", "1\nX-Hidden: 2"),
                Arguments.of("x-a", "1\r\n\r\nGET /subsidy/v1/hidden HTTP/1.1\r\nX: y"),
                Arguments.of("x-a", "1\0"),
                Arguments.of("x-a: 1\r\nx-hidden", "2"),
                Arguments.of("x a", "2"),
                Arguments.of("x-a:", "2"),
                Arguments.of("X-A", "2"),
                Arguments.of(":path", "/subsidy/v1/hidden"),
                Arguments.of(":method", "POST"),
                Arguments.of("transfer-encoding", "chunked"),
                Arguments.of("connection", "authorization"),
                Arguments.of("content-length", "3"),
                Arguments.of("content-length", "-1"));
    }

    @ParameterizedTest
    @MethodSource("crooked")
    void whatWouldReadOtherwiseInHttp1ReachesNoService(String name, String value) throws Exception {
        int before = requestsSeen();

        assertThat(isRefused(Http2Bytes.header(name, value))).isTrue();

        assertThat(requestsSeen() - before).isEqualTo(1);
    }

    @Test
    void aSchemeThatIsNoneReachesNoService() throws Exception {
        int before = requestsSeen();

        Buffer honest = Buffer.buffer(Http2Bytes.GET_SUBSIDY);
        byte[] head = honest.slice(0, SCHEME_AT)
                .copy()
                .appendBytes(Http2Bytes.header(":scheme", "https;for=9.9.9.9"))
                .appendBuffer(honest.slice(SCHEME_AT + 1, honest.length()))
                .getBytes();
        try (Http2Bytes connection = new Http2Bytes(address.getPort())) {
            connection.frame(Http2Bytes.HEADERS, Http2Bytes.END, REQUEST, head);
            connection.isRefused(REQUEST);
        }

        assertThat(requestsSeen() - before).isEqualTo(1);
    }

    @Test
    void anHonestHeaderIsPassedOn() throws Exception {
        int before = requestsSeen();

        assertThat(isRefused(Http2Bytes.header("x-a", "1"))).isFalse();

        assertThat(requestsSeen() - before).isEqualTo(2);
    }

    private boolean isRefused(byte[] header) throws Exception {
        byte[] head = Buffer.buffer(Http2Bytes.GET_SUBSIDY).appendBytes(header).getBytes();
        try (Http2Bytes connection = new Http2Bytes(address.getPort())) {
            connection.frame(Http2Bytes.HEADERS, Http2Bytes.END, REQUEST, head);
            return connection.isRefused(REQUEST);
        }
    }

    private static int requestsSeen() {
        return Caller.json(Caller.get("/subsidy/v1/me")).getInteger("requests");
    }
}
