package cn.qingcheng.stack;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many instances of each service run; one where nothing else is said. */
public record Scale(Map<ServiceModule, Integer> instances) {

    public Scale {
        instances.forEach((service, count) -> {
            if (count < 1 || count > Ports.MAX_INSTANCES) {
                throw new StackFailure("--scale " + service.moduleName() + "=" + count + " is out of range: 1 to "
                        + Ports.MAX_INSTANCES + " instances fit beside each other.");
            }
        });
        instances = Map.copyOf(instances);
    }

    public static Scale single() {
        return new Scale(Map.of());
    }

    /** So many of each service. */
    public static Scale ofEach(int count) {
        return new Scale(
                Arrays.stream(ServiceModule.values()).collect(Collectors.toMap(Function.identity(), service -> count)));
    }

    /** From the command line: {@code housing-service=2}. */
    static Scale of(Map<String, Integer> byModuleName) {
        Map<ServiceModule, Integer> instances = new EnumMap<>(ServiceModule.class);
        byModuleName.forEach((name, count) -> instances.put(ServiceModule.of(name), count));
        return new Scale(instances);
    }

    int of(ServiceModule service) {
        return instances.getOrDefault(service, 1);
    }
}
