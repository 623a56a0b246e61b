package cn.qingcheng.gateway.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long connections may take, for instance {@code qingcheng.gateway.head-timeout=15S}. */
@ConfigMapping(prefix = "qingcheng.gateway")
public interface ConnectionSettings {

    /** From the first byte of a request's head to its last; before the first, the idle timeout of the server holds. */
    @WithDefault("15S")
    Duration headTimeout();
}
