package cn.qingcheng.gateway.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The transport of Vert.x, which is asked about every server before it listens. Nobody else is: Vert.x makes its
 * pipeline itself and hands out requests, and then their heads have been read.
 */
public class GuardedTransport extends JDKTransport implements VertxServiceProvider {

    private volatile @Nullable Supplier<GuardedHeads> heads;

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(this);
    }

    /** From now on, for HTTP servers. */
    void guard(Supplier<GuardedHeads> heads) {
        this.heads = heads;
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        Supplier<GuardedHeads> guarded = heads;
        if (guarded != null) {
            bootstrap.childHandler(new GuardedConnections(bootstrap.config().childHandler(), options, guarded));
        }
    }
}
