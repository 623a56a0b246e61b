package cn.qingcheng.gateway.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the bytes of a head are parted, and when they come, is up to the network and to callers. */
class GuardedHeadsTest {

    private static final String HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n";

    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

    private boolean isEnded;
    private final EmbeddedChannel connection =
            new EmbeddedChannel(new GuardedHeads(new HttpServerOptions(), Duration.ofSeconds(15)), new Ending());

    @BeforeEach
    void timeStandsStill() {
        connection.freezeTime();
    }

    @ParameterizedTest
    @ValueSource(strings = {" folded", "\tfolded"})
    void aFoldIsFoundWhereverTheBytesAreParted(String fold) {
        String head = HEAD + fold + "\r\nZ: z\r\n\r\n";
        for (int first = 1; first < head.length(); first++) {
            for (int second = first; second < head.length(); second++) {
                EmbeddedChannel parted =
                        new EmbeddedChannel(new GuardedHeads(new HttpServerOptions(), Duration.ofSeconds(15)));
                read(parted, head.substring(0, first), head.substring(first, second), head.substring(second));

                HttpRequest request = parted.readInbound();
                assertThat(request.decoderResult().isFailure())
                        .as("parted at %s and %s", first, second)
                        .isTrue();
            }
        }
    }

    @Test
    void aHeadWithoutAFoldIsTakenWhereverTheBytesAreParted() {
        for (char each : (HEAD + "Z: a b\tc \r\n\r\n").toCharArray()) {
            read(connection, String.valueOf(each));
        }

        assertThat(((HttpRequest) connection.readInbound()).decoderResult().isSuccess())
                .isTrue();
        assertThat(connection.<Object>readInbound()).isInstanceOf(LastHttpContent.class);
    }

    @Test
    void bodiesMayHaveLinesAsTheyLike() {
        read(connection, POST, "\n a", POST, "\n", "\tb", HEAD + "\r\n");

        int requests = 0;
        for (Object message = connection.readInbound(); message != null; message = connection.readInbound()) {
            if (message instanceof HttpRequest request) {
                assertThat(request.decoderResult().isSuccess()).isTrue();
                requests++;
            }
        }
        assertThat(requests).isEqualTo(3);
    }

    @Test
    void nothingAfterAFoldIsReadAsARequest() {
        read(connection, HEAD + " folded\r\n\r\n" + HEAD + "\r\n", HEAD + "\r\n");

        assertThat(connection.<Object>readInbound()).isInstanceOf(HttpRequest.class);
        assertThat(connection.<Object>readInbound()).isNull();
    }

    @Test
    void eachHeadHasItsTime() {
        for (int i = 0; i < 3; i++) {
            later(100);
            read(connection, HEAD, "Z: ", "z\r\n");
            later(14);
            read(connection, "\r\n");
        }

        assertThat(isEnded).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\n", HEAD, HEAD + "Z"})
    void aHeadThatStandsStillEndsTheConnection(String begun) {
        read(connection, POST, "abc", begun);
        later(14);
        assertThat(isEnded).isFalse();

        later(1);

        assertThat(isEnded).isTrue();
    }

    @Test
    void aHeadThatComesByteByByteEndsTheConnection() {
        int sent = 0;
        for (char each : (HEAD + "\r\n").toCharArray()) {
            if (!isEnded) {
                read(connection, String.valueOf(each));
                sent++;
                later(4);
            }
        }

        assertThat(sent).isEqualTo(4);
    }

    @Test
    void aBodyMayTakeLongerThanAHead() {
        read(connection, POST, "a");
        later(100);
        read(connection, "bc", CHUNKED, "1");
        later(100);
        read(connection, "\r\na\r\n0\r\n\r");
        later(100);

        assertThat(isEnded).isFalse();
    }

    @Test
    void whomWeDoNotReadFromIsNotCalledSlow() {
        read(connection, HEAD);
        connection.config().setAutoRead(false);
        later(100);
        assertThat(isEnded).isFalse();

        connection.config().setAutoRead(true);
        later(15);

        assertThat(isEnded).isTrue();
    }

    /** Some send one after a body, and it takes nothing from the answer they wait for. */
    @Test
    void aBlankLineBeginsNoHead() {
        read(connection, POST, "abc", "\r\n");
        later(100);
        assertThat(isEnded).isFalse();
    }

    private static void read(EmbeddedChannel connection, String... parts) {
        for (String part : parts) {
            connection.writeInbound(Unpooled.copiedBuffer(part, US_ASCII));
        }
    }

    private void later(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }

    /** Where Vert.x would end the connection. */
    private final class Ending extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            isEnded |= event instanceof IdleStateEvent;
        }
    }
}
