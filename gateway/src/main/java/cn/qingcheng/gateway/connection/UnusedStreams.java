package cn.qingcheng.gateway.connection;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.net.NetServerOptions;

/**
 * Ends an HTTP/2 connection on which nothing is asked for. The idle timeout counts bytes, and is kept from coming by a
 * head that arrives byte by byte, or by frames that ask for nothing.
 */
final class UnusedStreams implements Runnable {

    private final Channel channel;
    private final Http2Connection connection;
    private int lastStream;

    private UnusedStreams(Channel channel, Http2Connection connection) {
        this.channel = channel;
        this.connection = connection;
    }

    static void watch(Channel channel, Http2Connection connection, NetServerOptions options) {
        int period = options.getIdleTimeout();
        if (period > 0) {
            ScheduledFuture<?> watch = channel.eventLoop()
                    .scheduleAtFixedRate(
                            new UnusedStreams(channel, connection), period, period, options.getIdleTimeoutUnit());
            channel.closeFuture().addListener(closed -> watch.cancel(false));
        }
    }

    @Override
    public void run() {
        int newest = connection.remote().lastStreamCreated();
        if (connection.numActiveStreams() == 0 && newest == lastStream) {
            channel.pipeline().fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);
        }
        lastStream = newest;
    }
}
