package cn.qingcheng.gateway.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Refuses to start in production when tokens would be believed that anybody on the way, or on the machine, can make. */
@ApplicationScoped
class ProductionIssuer {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final IdentitySettings settings;

    ProductionIssuer(IdentitySettings settings) {
        this.settings = settings;
    }

    void refuseInProduction(@Observes StartupEvent start) {
        check(settings.issuer(), settings.issuerKeys(), ConfigUtils.getProfiles());
    }

    static void check(String issuer, URI keys, List<String> profiles) {
        if (!profiles.contains("prod")) {
            return;
        }
        URI whose = URI.create(issuer);
        if (!"https".equals(whose.getScheme()) || THIS_MACHINE.contains(String.valueOf(whose.getHost()))) {
            throw new IllegalStateException("QINGCHENG_ISSUER is " + issuer
                    + ": the gateway in production believes tokens of an https issuer on another machine only.");
        }
        if ("http".equals(keys.getScheme())) {
            throw new IllegalStateException("QINGCHENG_ISSUER_KEYS is " + keys
                    + ": the gateway in production does not fetch the issuer's keys over plain http.");
        }
    }
}
