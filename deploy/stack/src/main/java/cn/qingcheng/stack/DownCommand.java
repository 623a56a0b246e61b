package cn.qingcheng.stack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/down}. */
@Command(
        name = "down",
        description = "Stops the city in order: gateway, services, Keycloak, Kafka, PostgreSQL. Data stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    @Mixin
    CityCommand city = new CityCommand();

    @Override
    public Integer call() {
        DataFolder data = city.dataFolder(Layout.find());
        int stopped = Stack.stop(data, city.progress());
        city.out()
                .println(
                        stopped == 0
                                ? "Nothing was running on " + data.path() + "."
                                : "The city is stopped; its data stay in " + data.path() + ".");
        return 0;
    }
}
