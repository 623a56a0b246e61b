package cn.qingcheng.stack;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The steps of a start, in the order that keeps the processors busy: what takes long begins first. */
record Start(Layout layout, Settings settings, Children children, Progress progress) {
    Stack run() {
        DataFolder data = settings.data();
        Parts parts = Parts.of(layout, settings, progress);
        Postgres postgres = parts.postgres();
        Keycloak keycloak = parts.keycloak();
        Accounts accounts =
                Accounts.of(SampleAccounts.read(layout.sampleAccounts()), keycloak.issuer(), parts.secrets());
        keycloak.provide(layout, accounts);
        accounts.write(data.accounts());
        new CityClock(data.clock(), Clock.systemUTC()).start(settings.clockSpeed());

        keycloak.prepare(children, progress);
        Child kafkaProcess = parts.kafka().start(children, progress);
        Child postgresProcess = postgres.start(children, progress);
        progress.step("start PostgreSQL");
        postgres.awaitReady(postgresProcess, progress);
        for (ServiceModule service : ServiceModule.values()) {
            postgres.ensureDatabase(service.shortName());
        }
        postgres.ensureDatabase(ProcessNames.KEYCLOAK);
        Child keycloakProcess = keycloak.start(
                children, RealmSettings.ofStack(parts.applications().gatewayUrl()));
        progress.step("start Kafka");
        parts.kafka().awaitReady(kafkaProcess, progress);
        startApplications(parts.applications());
        progress.step("start Keycloak");
        keycloak.awaitReady(keycloakProcess, progress);
        new Addresses(settings.ports(), settings.scale()).write(data);
        SampleCity city = new SampleCity(layout, settings);
        if (city.isWanted()) {
            city.load(children, parts.applications().gatewayUrl(), progress);
        }
        progress.done();
        return new Stack(settings, children, parts, accounts);
    }

    private void startApplications(Applications applications) {
        record Started(String name, Child child, int port) {}
        List<Started> started = new ArrayList<>();
        for (ServiceModule service : ServiceModule.values()) {
            for (int instance = 1; instance <= settings.scale().of(service); instance++) {
                started.add(new Started(
                        service.processName(instance),
                        applications.startService(service, instance, children),
                        settings.ports().of(service, instance)));
            }
        }
        started.add(new Started(
                ProcessNames.GATEWAY,
                applications.startGateway(children),
                settings.ports().gateway()));
        for (Started application : started) {
            progress.step("start " + application.name());
            applications.awaitReady(application.child(), application.port(), progress);
        }
    }
}
