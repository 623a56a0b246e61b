package cn.qingcheng.stack;

/** Names of the processes beside the services; also the names of their logs and process files. */
final class ProcessNames {
    static final String GATEWAY = "gateway";
    static final String KEYCLOAK = "keycloak";
    static final String KAFKA = "kafka";
    static final String POSTGRES = "postgres";

    private ProcessNames() {}
}
