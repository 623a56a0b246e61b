package cn.qingcheng.gateway.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;

/** What holds for the gateway's servers, in clear text and over TLS, besides what can be set. */
@ApplicationScoped
public class ServerOptions implements HttpServerOptionsCustomizer {

    private final Vertx vertx;
    private final ConnectionSettings settings;

    ServerOptions(Vertx vertx, ConnectionSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    /**
     * HTTP/2 is for TLS, where it is agreed upon beforehand. An upgrade in clear text can be asked for through servers in
     * front of us that know nothing of it, and what follows then passes them by unseen.
     */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
        guard(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        guard(options);
    }

    private void guard(HttpServerOptions options) {
        if (!(((VertxInternal) vertx).transport() instanceof GuardedTransport transport)) {
            throw new IllegalStateException("Heads of requests would not be guarded.");
        }
        transport.guard(() -> new GuardedHeads(options, settings.headTimeout()));
    }
}
