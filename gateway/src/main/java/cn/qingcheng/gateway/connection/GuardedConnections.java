package cn.qingcheng.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.NetServerOptions;
import java.util.function.Supplier;

/** Puts the guard into each connection as soon as Vert.x has made its pipeline: at once, or when TLS is agreed upon. */
final class GuardedConnections extends ChannelInitializer<Channel> {

    private final ChannelHandler vertx;
    private final NetServerOptions options;
    private final Supplier<GuardedHeads> heads;

    GuardedConnections(ChannelHandler vertx, NetServerOptions options, Supplier<GuardedHeads> heads) {
        this.vertx = vertx;
        this.options = options;
        this.heads = heads;
    }

    @Override
    protected void initChannel(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(vertx);
        if (!channel.isOpen()) {
            return;
        }
        if (options.isSsl()) {
            pipeline.addAfter("ssl", "guard", new AfterHandshake());
        } else {
            guard(pipeline);
        }
    }

    private void guard(ChannelPipeline pipeline) {
        Http2ConnectionHandler http2 = pipeline.get(Http2ConnectionHandler.class);
        if (http2 == null) {
            pipeline.replace(VertxHttpRequestDecoder.class, "httpDecoder", heads.get());
        } else {
            UnusedStreams.watch(pipeline.channel(), http2.connection(), options);
        }
    }

    private final class AfterHandshake extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            ctx.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent handshake) {
                ChannelPipeline pipeline = ctx.pipeline();
                pipeline.remove(this);
                if (handshake.isSuccess()) {
                    guard(pipeline);
                }
            }
        }
    }
}
