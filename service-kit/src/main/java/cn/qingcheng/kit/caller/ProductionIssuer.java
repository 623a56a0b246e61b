package cn.qingcheng.kit.caller;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in production when tokens would be believed that anybody on the way, or on the machine, can make. */
@ApplicationScoped
class ProductionIssuer {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final String issuer;
    private final String keys;

    @Inject
    ProductionIssuer(
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    void refuseInProduction(@Observes @Priority(1) StartupEvent start) {
        check(issuer, keys, ConfigUtils.getProfiles());
    }

    static void check(String issuer, String keys, List<String> profiles) {
        if (!profiles.contains("prod")) {
            return;
        }
        List<String> refused = new ArrayList<>();
        URI whose = URI.create(issuer);
        if (!"https".equals(whose.getScheme()) || THIS_MACHINE.contains(String.valueOf(whose.getHost()))) {
            refused.add("QINGCHENG_ISSUER is " + issuer
                    + ": a service in production believes tokens of an https issuer on another machine only.");
        }
        if ("http".equals(URI.create(keys).getScheme())) {
            refused.add("MP_JWT_VERIFY_PUBLICKEY_LOCATION is " + keys
                    + ": a service in production does not fetch the issuer's keys over plain http.");
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException(String.join(" ", refused));
        }
    }
}
