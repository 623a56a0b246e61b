package cn.qingcheng.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/** Whose tokens are believed. */
@ConfigMapping(prefix = "qingcheng")
public interface IdentitySettings {

    /** The {@code iss} a token must carry. */
    @WithDefault("http://localhost:8180/realms/qingcheng")
    String issuer();

    /** Where the issuer publishes its keys (RFC 7517). */
    @WithName("issuer-keys")
    @WithDefault("${qingcheng.issuer:http://localhost:8180/realms/qingcheng}/protocol/openid-connect/certs")
    URI issuerKeys();

    /** The {@code aud} a token must carry. */
    @WithDefault("qingcheng-api")
    String audience();

    /** How old the known keys may grow; a key the issuer withdraws is believed no longer than this. */
    @WithName("issuer-keys-refresh")
    @WithDefault("10M")
    Duration issuerKeysRefresh();

    /** An unknown key id makes us look again, but not more often than this, whatever callers invent. */
    @WithName("issuer-keys-pause")
    @WithDefault("1S")
    Duration issuerKeysPause();

    /** Of so many tokens we remember that they are good; the others are proved at each request. */
    @WithName("tokens-kept")
    @WithDefault("5000")
    int tokensKept();
}
