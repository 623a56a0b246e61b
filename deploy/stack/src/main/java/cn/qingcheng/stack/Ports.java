package cn.qingcheng.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The TCP ports of every process, all on 127.0.0.1. */
public record Ports(
        int gateway, int talent, int subsidy, int housing, int platform, int keycloak, int postgres, int kafka) {

    /** Distance between the ports of two instances of one service. */
    static final int INSTANCE_STEP = 10;

    static final int MAX_INSTANCES = 8;

    private static final int OFFSET_STEP = 500;
    /** Above this, Kafka's port would fall into the range that systems hand out to outgoing connections. */
    private static final int MAX_OFFSET = 12_500;

    public Ports {
        for (int port : new int[] {gateway, talent, subsidy, housing, platform, keycloak, postgres, kafka}) {
            if (port < 1024 || port > 65_000) {
                throw new StackFailure("Port " + port + " is not usable: ports go from 1024 to 65000.");
            }
        }
    }

    public static Ports standard() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 8180, 15_432, 19_092);
    }

    /** All ports moved up by the same number, so that a second city fits beside the first. */
    public Ports offset(int by) {
        return new Ports(
                gateway + by,
                talent + by,
                subsidy + by,
                housing + by,
                platform + by,
                keycloak + by,
                postgres + by,
                kafka + by);
    }

    /** The standard ports, moved to where nothing else listens; for tests. */
    public static Ports firstFree() {
        for (int offset = OFFSET_STEP; offset <= MAX_OFFSET; offset += OFFSET_STEP) {
            Ports candidate = standard().offset(offset);
            if (PortCheck.taken(candidate.byOwner(Scale.single())).isEmpty()) {
                return candidate;
            }
        }
        throw new StackFailure("No free set of ports was found up to offset " + MAX_OFFSET + ".");
    }

    int of(ServiceModule service, int instance) {
        int first = switch (service) {
            case TALENT -> talent;
            case SUBSIDY -> subsidy;
            case HOUSING -> housing;
            case PLATFORM -> platform;
        };
        return first + (instance - 1) * INSTANCE_STEP;
    }

    int kafkaController() {
        return kafka + 1;
    }

    /** A listener of Kafka's for one instance alone, so that what Kafka tells it of addresses leads through its link. */
    int kafkaFor(ServiceModule service, int instance) {
        return kafka
                + INSTANCE_STEP * instance
                + List.of(ServiceModule.values()).indexOf(service);
    }

    /** Every port that will be listened on, by the process that needs it. */
    Map<String, Integer> byOwner(Scale scale) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(ProcessNames.GATEWAY, gateway);
        for (ServiceModule service : ServiceModule.values()) {
            for (int instance = 1; instance <= scale.of(service); instance++) {
                ports.put(service.processName(instance), of(service, instance));
            }
        }
        ports.put(ProcessNames.KEYCLOAK, keycloak);
        ports.put(ProcessNames.POSTGRES, postgres);
        ports.put(ProcessNames.KAFKA, kafka);
        ports.put(ProcessNames.KAFKA + " (controller)", kafkaController());
        return ports;
    }
}
