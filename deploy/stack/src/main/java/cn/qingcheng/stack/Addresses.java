package cn.qingcheng.stack;

import java.util.Map;

/** Where the running city answers, left in the data folder for the commands that come later. */
record Addresses(String gateway, String keycloak) {

    static void write(DataFolder data, String gateway, String keycloak) {
        PropertyFile.write(data.addresses(), Map.of("gateway", gateway, "keycloak", keycloak));
    }

    static Addresses read(DataFolder data) {
        Map<String, String> values = PropertyFile.read(data.addresses());
        return new Addresses(values.getOrDefault("gateway", ""), values.getOrDefault("keycloak", ""));
    }
}
