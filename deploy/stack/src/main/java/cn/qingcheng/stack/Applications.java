package cn.qingcheng.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The four services and the gateway: Quarkus applications that take their settings from the environment. */
final class Applications {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SERVICE_HEAP_MIB = 144;
    private static final int GATEWAY_HEAP_MIB = 96;
    /** Added to the JVM options of services and gateway, for instance a larger -Xmx for a measurement. */
    private static final String MORE_OPTIONS = "QINGCHENG_JAVA_OPTIONS";

    private final Layout layout;
    private final Settings settings;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final Secrets secrets;

    Applications(Layout layout, Settings settings, Kafka kafka, Keycloak keycloak, Secrets secrets) {
        this.layout = layout;
        this.settings = settings;
        this.kafka = kafka;
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /** Fails before anything is started when a part has not been built. */
    void requireBuilt() {
        for (ServiceModule service : ServiceModule.values()) {
            layout.application(service.moduleName());
        }
        layout.application(ProcessNames.GATEWAY);
    }

    Child startService(ServiceModule service, int instance, Children children) {
        Map<String, String> environment = common(settings.ports().of(service, instance));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgresUrl(service, instance));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.shortName());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.password(service.shortName()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.addressFor(service, instance));
        environment.put("QINGCHENG_PRIVACY_KEYS", "k1:" + secrets.key(service.moduleName() + ".privacy.k1"));
        environment.put("QINGCHENG_INDEX_KEY", secrets.key(service.moduleName() + ".index"));
        environment.put("QINGCHENG_CLOCK_FILE", settings.data().clock().toString());
        try {
            environment.put(
                    "QINGCHENG_FILES",
                    Files.createDirectories(settings.data().files(service)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(service.moduleName(), service.processName(instance), SERVICE_HEAP_MIB, environment, children);
    }

    Child startGateway(Children children) {
        Map<String, String> environment = common(settings.ports().gateway());
        for (ServiceModule service : ServiceModule.values()) {
            List<String> addresses = new ArrayList<>();
            for (int instance = 1; instance <= settings.scale().of(service); instance++) {
                addresses.add("http://127.0.0.1:"
                        + settings.links()
                                .port(
                                        ProcessNames.GATEWAY,
                                        service.processName(instance),
                                        settings.ports().of(service, instance)));
            }
            environment.put(
                    "QINGCHENG_UPSTREAM_" + service.shortName().toUpperCase(Locale.ROOT), String.join(",", addresses));
        }
        return start(ProcessNames.GATEWAY, ProcessNames.GATEWAY, GATEWAY_HEAP_MIB, environment, children);
    }

    private Map<String, String> common(int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "stack");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QINGCHENG_ISSUER", keycloak.issuer());
        return environment;
    }

    private Child start(
            String module, String process, int heapMib, Map<String, String> environment, Children children) {
        List<String> options = new ArrayList<>(List.of("-XX:MaxMetaspaceSize=160m", "-Xss512k"));
        String more = System.getenv(MORE_OPTIONS);
        if (more != null && !more.isBlank()) {
            options.addAll(List.of(more.strip().split("\\s+")));
        }
        options.add("-jar");
        options.add(layout.application(module).toString());
        return children.start(new ProcessSpec(
                process,
                JavaCommand.of(heapMib, settings.data().temporary(process), options),
                environment,
                settings.data().path()));
    }

    private String postgresUrl(ServiceModule service, int instance) {
        int port = settings.links()
                .port(
                        service.processName(instance),
                        ProcessNames.POSTGRES,
                        settings.ports().postgres());
        return Postgres.url(port, service.shortName());
    }

    String gatewayUrl() {
        return "http://localhost:"
                + settings.links()
                        .port(
                                Links.CLIENT,
                                ProcessNames.GATEWAY,
                                settings.ports().gateway());
    }

    Part servicePart(ServiceModule service, int instance, Children children) {
        return new ProcessPart(
                service.processName(instance),
                children,
                () -> awaitReady(
                        startService(service, instance, children),
                        settings.ports().of(service, instance),
                        Progress.silent()));
    }

    Part gatewayPart(Children children) {
        return new ProcessPart(
                ProcessNames.GATEWAY,
                children,
                () -> awaitReady(startGateway(children), settings.ports().gateway(), Progress.silent()));
    }

    void awaitReady(Child child, int port, Progress progress) {
        child.awaitReady(() -> HttpProbe.answersOk("http://127.0.0.1:" + port + "/q/health/ready"), PATIENCE, progress);
    }
}
