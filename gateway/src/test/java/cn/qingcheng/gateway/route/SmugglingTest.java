package cn.qingcheng.gateway.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.gateway.Caller;
import cn.qingcheng.gateway.TestCity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that one server reads as one request and another as two (RFC 9112, 11.2). Whatever follows the first request
 * must never reach a service: it would be answered to somebody else.
 */
@QuarkusTest
@QuarkusTestResource(TestCity.class)
class SmugglingTest {

    private static final String HIDDEN = "GET /subsidy/v1/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource(value = "/", tls = true)
    URI address;

    static Stream<Arguments> crooked() {
        return Stream.of(
                post("CL.TE", "Content-Length: 6\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + HIDDEN),
                post("TE.CL", "Transfer-Encoding: chunked\r\nContent-Length: 3", "8\r\nSMUGGLED\r\n0\r\n\r\n" + HIDDEN),
                post("two lengths", "Content-Length: 3\r\nContent-Length: 60", "abc" + HIDDEN),
                post("two lengths in one", "Content-Length: 3, 60", "abc" + HIDDEN),
                post("a signed length", "Content-Length: +3", "abc" + HIDDEN),
                post("a negative length", "Content-Length: -1", "abc" + HIDDEN),
                post("a hexadecimal length", "Content-Length: 0x3", "abc" + HIDDEN),
                post("a length beyond all numbers", "Content-Length: 99999999999999999999", "abc" + HIDDEN),
                post("an unknown encoding", "Transfer-Encoding: xchunked", "3\r\nabc\r\n0\r\n\r\n" + HIDDEN),
                post("an encoding after chunked", "Transfer-Encoding: chunked, identity", "0\r\n\r\n" + HIDDEN),
                post("two encodings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x", "0\r\n\r\n" + HIDDEN),
                post("space before the colon", "Transfer-Encoding : chunked", "0\r\n\r\n" + HIDDEN),
                post("vertical tab before chunked", "Transfer-Encoding: \u000bchunked", "0\r\n\r\n" + HIDDEN),
                post("a chunk size that is none", "Transfer-Encoding: chunked", "0x3\r\nabc\r\n0\r\n\r\n" + HIDDEN),
                post("a chunk longer than it says", "Transfer-Encoding: chunked", "1\r\nabc\r\n0\r\n\r\n" + HIDDEN),
                post(
                        "a line feed alone after a chunk size",
                        "Transfer-Encoding: chunked",
                        "3;a\nabc\r\n0\r\n\r\n" + HIDDEN),
                post(
                        "a chunk extension as long as a book",
                        "Transfer-Encoding: chunked",
                        "3;a=" + "b".repeat(100_000) + "\r\nabc\r\n0\r\n\r\n" + HIDDEN),
                raw(
                        "HTTP/1.0 with chunks",
                        "POST /subsidy/v1/me HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                raw("line feeds alone", "GET /subsidy/v1/me HTTP/1.1\nHost: localhost\nX: y\n\n"),
                raw("a line feed alone in a header", "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n"),
                raw("a carriage return alone", "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n"),
                raw("a leading NUL", "\0GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                raw("a NUL in a header", "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n"),
                raw("a space in a header's name", "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\nX y: z\r\n\r\n"),
                raw("a header without colon", "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\nXyz\r\n\r\n"),
                raw("no host", "GET /subsidy/v1/me HTTP/1.1\r\n\r\n"),
                raw("two hosts", "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n"),
                raw("a host with a path", "GET /subsidy/v1/me HTTP/1.1\r\nHost: localhost/x\r\n\r\n"),
                raw("a host with a person", "GET /subsidy/v1/me HTTP/1.1\r\nHost: a@localhost\r\n\r\n"),
                raw("an address with a host", "GET http://x/subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                raw("a space in the address", "GET /subsidy/v1/me /x HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                raw("a version that is none", "GET /subsidy/v1/me HTTP/1.9x\r\nHost: localhost\r\n\r\n"),
                raw("HTTP/2 in clear text", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    }

    private static Arguments post(String what, String headers, String body) {
        return raw(what, "POST /subsidy/v1/me HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n" + body);
    }

    private static Arguments raw(String what, String bytes) {
        return Arguments.of(what, bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crooked")
    void crookedBytesAreRefusedAndTheConnectionEnds(String what, String bytes) {
        int before = seen();

        Answer answer = send(bytes);

        assertThat(answer.text()).as(what).matches("(?s)HTTP/\\d.\\d (400|501) .*");
        assertThat(answer.text()).doesNotContain("HTTP/1.1 200", "hidden");
        assertThat(answer.closed()).as("closed after " + what).isTrue();
        assertThat(seen() - before - 1).as("requests at the service").isBetween(0, 1);
    }

    static Stream<Arguments> folded() {
        String start = "GET /subsidy/v1/me HTTP/1.1\r\n";
        return Stream.of(
                Arguments.of("the first", start + "X: y\r\n Transfer-Encoding: chunked\r\nHost: localhost\r\n\r\n"),
                Arguments.of("the last", start + "Host: localhost\r\nX: y\r\n Transfer-Encoding: chunked\r\n\r\n"),
                Arguments.of("by a tab", start + "Host: localhost\r\nX: y\r\n\tz\r\nZ: z\r\n\r\n"),
                Arguments.of("to nothing", start + "Host: localhost\r\nX: y\r\n \r\n\r\n"),
                Arguments.of("its value alone", start + "Host: localhost\r\nX:\r\n y\r\n\r\n"),
                Arguments.of("the line before all", start + " X: y\r\nHost: localhost\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folded")
    void aFoldedHeaderIsRefusedAndNoServiceHearsOfIt(String what, String bytes) throws IOException {
        String second = "GET /housing/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n" + bytes;
        int before = seen();

        Answer first = send(bytes);
        Answer later = send(second);
        Answer overTls;
        try (Socket socket = TlsSocket.open(address.getPort(), "http/1.1")) {
            overTls = send(socket, bytes);
        }

        assertThat(seen() - before).as("requests at the service").isEqualTo(1);
        assertThat(first.text()).as(what).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
        assertThat(later.text()).containsSubsequence("HTTP/1.1 200", "HTTP/1.1 400");
        assertThat(overTls.text()).startsWith("HTTP/1.1 400");
        assertThat(List.of(first, later, overTls)).allMatch(Answer::closed);
    }

    @Test
    void honestPipeliningIsServedInOrder() {
        Answer answer = send(lines(
                "GET /subsidy/v1/first HTTP/1.1",
                "Host: localhost",
                "",
                "GET /subsidy/v1/second HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "",
                ""));

        assertThat(answer.text()).containsSubsequence("HTTP/1.1 200", "v1/first", "HTTP/1.1 200", "v1/second");
    }

    @Test
    void nothingOfARefusedRequestIsReadAsTheNext() {
        int before = seen();

        Answer answer = send("POST /subsidy/v1/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + HIDDEN.length() + "\r\n\r\n" + HIDDEN);

        assertThat(answer.text()).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
        assertThat(seen() - before).isEqualTo(1);
    }

    /** How many requests the service has had, this question included. */
    private static int seen() {
        return Caller.json(Caller.get("/subsidy/v1/me")).getInteger("requests");
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private record Answer(String text, boolean closed) {}

    private static Answer send(String bytes) {
        try (Socket socket = new Socket("localhost", Caller.port())) {
            return send(socket, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer send(Socket socket, String bytes) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.write(next);
            }
            return new Answer(text.toString(ISO_8859_1), true);
        } catch (SocketTimeoutException e) {
            return new Answer(text.toString(ISO_8859_1), false);
        } catch (java.net.SocketException e) {
            return new Answer(text.toString(ISO_8859_1), true);
        }
    }
}
