package cn.qingcheng.stack;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Where the running city answers and at which scale, left in the data folder for the commands that come later. */
record Addresses(Ports ports, Scale scale) {

    void write(DataFolder data) {
        Map<String, String> values = new TreeMap<>();
        values.put("port.gateway", Integer.toString(ports.gateway()));
        values.put("port.keycloak", Integer.toString(ports.keycloak()));
        values.put("port.postgres", Integer.toString(ports.postgres()));
        values.put("port.kafka", Integer.toString(ports.kafka()));
        for (ServiceModule service : ServiceModule.values()) {
            values.put("port." + service.moduleName(), Integer.toString(ports.of(service, 1)));
            values.put("scale." + service.moduleName(), Integer.toString(scale.of(service)));
        }
        PropertyFile.write(data.addresses(), values);
    }

    static Addresses read(DataFolder data) {
        Map<String, String> values = PropertyFile.read(data.addresses());
        if (values.isEmpty()) {
            throw new StackFailure("No city runs on " + data.path() + ": start it with ./deploy/up.");
        }
        Map<ServiceModule, Integer> scale = new EnumMap<>(ServiceModule.class);
        for (ServiceModule service : ServiceModule.values()) {
            scale.put(service, number(values, "scale." + service.moduleName()));
        }
        return new Addresses(
                new Ports(
                        number(values, "port.gateway"),
                        number(values, "port." + ServiceModule.TALENT.moduleName()),
                        number(values, "port." + ServiceModule.SUBSIDY.moduleName()),
                        number(values, "port." + ServiceModule.HOUSING.moduleName()),
                        number(values, "port." + ServiceModule.PLATFORM.moduleName()),
                        number(values, "port.keycloak"),
                        number(values, "port.postgres"),
                        number(values, "port.kafka")),
                new Scale(scale));
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(values.getOrDefault(name, "0"));
    }
}
