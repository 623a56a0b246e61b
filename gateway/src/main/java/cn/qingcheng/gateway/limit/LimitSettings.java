package cn.qingcheng.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Requests allowed in a window, for instance {@code qingcheng.gateway.limit.write.subject=120}. */
@ConfigMapping(prefix = "qingcheng.gateway.limit")
public interface LimitSettings {

    /** The time in which a used-up quota has come back altogether. */
    @WithDefault("60S")
    Duration window();

    /** Of so many callers we remember what they used; the ones not seen for longest are forgotten first. */
    @WithDefault("20000")
    int callersKept();

    Quotas read();

    Quotas write();

    Quotas bulk();

    /** Whose requests are counted together. All three hold for one request. */
    interface Quotas {

        /** By the token's {@code sub}. */
        long subject();

        /** By the token's {@code azp}: all who use one frontend, or one university. */
        long client();

        /** By IP address, of IPv6 the network (/64), with a token or without. */
        long address();
    }
}
