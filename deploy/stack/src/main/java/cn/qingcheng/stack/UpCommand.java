package cn.qingcheng.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/up}. */
@Command(
        name = "up",
        description = "Starts the whole city on this machine and leaves it running.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {
    @Mixin
    CityCommand city = new CityCommand();

    @Option(names = "--fresh", description = "Forget everything in the data folder and begin anew.")
    boolean fresh;

    @Option(
            names = "--scale",
            paramLabel = "SERVICE=N",
            description = "Run N instances of a service, for instance housing-service=2.")
    Map<String, Integer> scale = new LinkedHashMap<>();

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port.")
    int portOffset;

    @Option(names = "--gateway-port", paramLabel = "PORT", description = "Default: 8080.")
    @Nullable
    Integer gatewayPort;

    @Option(names = "--talent-port", paramLabel = "PORT", description = "Default: 8081; further instances +10 each.")
    @Nullable
    Integer talentPort;

    @Option(names = "--subsidy-port", paramLabel = "PORT", description = "Default: 8082.")
    @Nullable
    Integer subsidyPort;

    @Option(names = "--housing-port", paramLabel = "PORT", description = "Default: 8083.")
    @Nullable
    Integer housingPort;

    @Option(names = "--platform-port", paramLabel = "PORT", description = "Default: 8084.")
    @Nullable
    Integer platformPort;

    @Option(names = "--keycloak-port", paramLabel = "PORT", description = "Default: 8180.")
    @Nullable
    Integer keycloakPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "Default: 15432.")
    @Nullable
    Integer postgresPort;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Default: 19092; the controller takes the next.")
    @Nullable
    Integer kafkaPort;

    @Option(names = "--no-city", description = "Do not load the sample city.")
    boolean noCity;

    @Option(
            names = "--city-scale",
            paramLabel = "FACTOR",
            description = "Size of the sample city; 1.0 are the city's own figures.")
    @Nullable
    Double cityScale;

    @Option(
            names = "--clock-speed",
            paramLabel = "N",
            description = "City seconds per real second; a new city begins with 1.")
    @Nullable
    Double clockSpeed;

    @Override
    public Integer call() {
        Layout layout = Layout.find();
        Settings settings = settings(layout);
        Interruptible progress = new Interruptible(city.progress());
        // Ctrl-C while starting leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(progress::interrupt));
        try {
            Stack stack = Stack.start(layout, settings, progress);
            new ClosingTable(stack).print(city.out());
            return 0;
        } finally {
            progress.finished();
        }
    }

    Settings settings(Layout layout) {
        if (cityScale != null && !(cityScale > 0 && cityScale <= 100)) {
            throw new StackFailure("--city-scale goes from just above 0 to 100: " + cityScale + " was asked.");
        }
        return new Settings(
                city.dataFolder(layout),
                ports(),
                Scale.of(scale),
                fresh,
                !noCity,
                cityScale,
                clockSpeed,
                Links.direct());
    }

    private Ports ports() {
        Ports moved = Ports.standard().offset(portOffset);
        return new Ports(
                or(gatewayPort, moved.gateway()),
                or(talentPort, moved.talent()),
                or(subsidyPort, moved.subsidy()),
                or(housingPort, moved.housing()),
                or(platformPort, moved.platform()),
                or(keycloakPort, moved.keycloak()),
                or(postgresPort, moved.postgres()),
                or(kafkaPort, moved.kafka()));
    }

    private static int or(@Nullable Integer chosen, int otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
