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

    /** Name of the Maven module and of the process. */
    public String moduleName() {
        return shortName() + "-service";
    }

    /** Process name of an instance, counted from 1: the first one has the module's name. */
    public String processName(int instance) {
        return instance == 1 ? moduleName() : moduleName() + "-" + instance;
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
