package cn.qingcheng.kit.privacy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in production when people's data would travel where others can read or change them. */
@ApplicationScoped
class ProductionLinks {
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
    private static final String CHECKED = "verify-full";
    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://([^/?]+)([/?].*)?");
    private static final Pattern MODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

    private final String database;
    private final Optional<String> databaseMode;
    private final String brokers;
    private final Optional<String> brokersProtocol;
    private final Optional<String> brokersNames;

    @Inject
    ProductionLinks(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode")
                    Optional<String> databaseMode,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "kafka.security.protocol") Optional<String> brokersProtocol,
            @ConfigProperty(name = "kafka.ssl.endpoint.identification.algorithm") Optional<String> brokersNames) {
        this.database = database;
        this.databaseMode = databaseMode;
        this.brokers = brokers;
        this.brokersProtocol = brokersProtocol;
        this.brokersNames = brokersNames;
    }

    void refuseInProduction(@Observes @Priority(1) StartupEvent start) {
        if (ConfigUtils.getProfiles().contains("prod")) {
            check();
        }
    }

    void check() {
        List<String> refused = new ArrayList<>();
        if (!isDatabaseSafe()) {
            refused.add("QUARKUS_DATASOURCE_JDBC_URL leads to another machine without sslmode=verify-full:"
                    + " a service in production keeps its data in a database whose certificate it checks.");
        }
        if (!isEachHere(brokers) && !ENCRYPTED.contains(brokersProtocol.orElse("PLAINTEXT"))) {
            refused.add("KAFKA_SECURITY_PROTOCOL is neither SSL nor SASL_SSL:"
                    + " a service in production sends events to brokers on other machines over TLS.");
        }
        if (brokersNames.isPresent() && !brokersNames.get().equalsIgnoreCase("https")) {
            refused.add("KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM is not https:"
                    + " a service in production checks that a broker's certificate is that broker's.");
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException(String.join(" ", refused));
        }
    }

    private boolean isDatabaseSafe() {
        Matcher address = DATABASE.matcher(database);
        if (!address.matches()) {
            return false;
        }
        String mode = databaseMode.orElseGet(this::modeOfAddress);
        return CHECKED.equals(mode) || isEachHere(address.group(1));
    }

    /** The last one said, as the driver takes it. */
    private String modeOfAddress() {
        String mode = "";
        Matcher said = MODE.matcher(database);
        while (said.find()) {
            mode = said.group(1);
        }
        return mode;
    }

    private static boolean isEachHere(String addresses) {
        for (String address : addresses.split(",", -1)) {
            if (!THIS_MACHINE.matcher(address.strip()).matches()) {
                return false;
            }
        }
        return true;
    }
}
