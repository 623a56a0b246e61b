package cn.qingcheng.gateway.route;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * HTTP/2 is for TLS, where it is agreed upon beforehand. An upgrade in clear text can be asked for through servers in
 * front of us that know nothing of it, and what follows then passes them by unseen.
 */
@ApplicationScoped
public class ServerOptions implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
