package cn.qingcheng.stack;

import java.util.Arrays;
import java.util.Locale;

/** The four services, in the order in which they are started. */
public enum ServiceModule {
    TALENT,
    SUBSIDY,
    HOUSING,
    PLATFORM;

    /** First part of the service's path and of its settings, name of its database and of its role. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the Maven module. */
    public String moduleName() {
        return shortName() + "-service";
    }

    /** Name of an instance's process, counted from 1: {@code talent-service-1}. */
    public String processName(int instance) {
        return moduleName() + "-" + instance;
    }

    public static ServiceModule of(String moduleName) {
        return Arrays.stream(values())
                .filter(service -> service.moduleName().equals(moduleName))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no service \"" + moduleName + "\"; the services are "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(ServiceModule::moduleName)
                                        .toList())
                        + "."));
    }
}
