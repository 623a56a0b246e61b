package cn.qingcheng.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads heads of requests as Vert.x does, refuses those with a folded line (RFC 9112, 5.2), and ends the connection when
 * a head that has begun does not come to its end.
 */
final class GuardedHeads extends VertxHttpRequestDecoder {

    private final Duration headTimeout;
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private int from;
    private boolean isFolded;
    private boolean hasBegun;
    private boolean isInBody;
    private @Nullable Future<?> deadline;

    GuardedHeads(HttpServerOptions options, Duration headTimeout) {
        super(options);
        this.headTimeout = headTimeout;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        bytes = in;
        from = in.readerIndex();
        super.decode(ctx, in, out);
        if (out.isEmpty()) {
            isFolded |= hasFoldSinceThen();
        } else {
            isInBody = !(out.get(out.size() - 1) instanceof LastHttpContent);
            headIsComplete();
        }
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) {
        hasBegun = true;
        return super.createMessage(initialLine);
    }

    /** Asked once, when a head has been read; what is thrown here makes it one of the heads that are refused. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        if (isFolded || hasFoldSinceThen()) {
            throw new IllegalArgumentException("A line of the head is folded.");
        }
        return super.isContentAlwaysEmpty(message);
    }

    /** Whole lines are taken from the bytes, so what is taken begins with one. */
    private boolean hasFoldSinceThen() {
        int end = bytes.readerIndex();
        int line = from;
        while (line < end) {
            byte first = bytes.getByte(line);
            if (first == HttpConstants.SP || first == HttpConstants.HT) {
                return true;
            }
            int feed = bytes.indexOf(line, end, HttpConstants.LF);
            line = feed < 0 ? end : feed + 1;
        }
        return false;
    }

    private void headIsComplete() {
        isFolded = false;
        hasBegun = false;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Only now, as nearly all heads come in one piece. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        super.channelReadComplete(ctx);
        if (deadline == null && !isInBody && (hasBegun || internalBuffer().isReadable())) {
            waitForTheRest(ctx);
        }
    }

    private void waitForTheRest(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> giveUp(ctx), headTimeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void giveUp(ChannelHandlerContext ctx) {
        if (ctx.channel().config().isAutoRead()) {
            end(ctx);
        } else {
            // It is us who do not read, because of an answer that is still to be given.
            waitForTheRest(ctx);
        }
    }

    /** As Vert.x ends a connection on which nothing happens. */
    private static void end(ChannelHandlerContext ctx) {
        ctx.fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) throws Exception {
        headIsComplete();
        super.handlerRemoved0(ctx);
    }
}
