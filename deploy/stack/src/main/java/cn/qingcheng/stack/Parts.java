package cn.qingcheng.stack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a city is made of, each part knowing its own settings and none of them started by being here. */
record Parts(Secrets secrets, Postgres postgres, Kafka kafka, Keycloak keycloak, Applications applications) {

    static Parts of(Layout layout, Settings settings, Progress progress) {
        DataFolder data = settings.data();
        Ports ports = settings.ports();
        Secrets secrets = new Secrets(data);
        Postgres postgres = new Postgres(data, PostgresBinaries.unpacked(layout, progress), ports.postgres(), secrets);
        Kafka kafka = new Kafka(settings, layout.libraries());
        Keycloak keycloak = new Keycloak(data, layout.keycloak(), ports.keycloak(), postgres, secrets);
        Applications applications = new Applications(layout, settings, kafka, keycloak, secrets);
        applications.requireBuilt();
        return new Parts(secrets, postgres, kafka, keycloak, applications);
    }

    /** What can be stopped and started alone, by name. */
    Map<String, Part> controllable(Settings settings, Children children) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Stream<Part> services = Arrays.stream(ServiceModule.values())
                .flatMap(service -> IntStream.rangeClosed(1, settings.scale().of(service))
                        .mapToObj(instance -> applications.servicePart(service, instance, children)));
        Stream.of(
                        Stream.of(postgres.part(children), kafka.part(children)),
                        services,
                        Stream.of(applications.gatewayPart(children)))
                .flatMap(Function.identity())
                .forEach(part -> parts.put(part.name(), part));
        return parts;
    }
}
