package cn.qingcheng.stack;

/** What a city is made of, each part knowing its own settings and none of them started by being here. */
record Parts(Secrets secrets, Postgres postgres, Kafka kafka, Keycloak keycloak, Applications applications) {

    static Parts of(Layout layout, Settings settings, Progress progress) {
        DataFolder data = settings.data();
        Ports ports = settings.ports();
        Secrets secrets = new Secrets(data);
        Postgres postgres = new Postgres(data, PostgresBinaries.unpacked(layout, progress), ports.postgres(), secrets);
        Kafka kafka = new Kafka(data, layout.libraries(), ports);
        Keycloak keycloak = new Keycloak(data, layout.keycloak(), ports.keycloak(), postgres, secrets);
        Applications applications = new Applications(layout, settings, postgres, kafka, keycloak, secrets);
        applications.requireBuilt();
        return new Parts(secrets, postgres, kafka, keycloak, applications);
    }
}
