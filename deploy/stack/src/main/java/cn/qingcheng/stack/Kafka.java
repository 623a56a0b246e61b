package cn.qingcheng.stack;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

/** One Kafka node in KRaft mode, broker and controller at once, run from its jars on the class path. */
final class Kafka {
    private static final int MAX_HEAP_MIB = 160;
    private static final Duration FORMAT_PATIENCE = Duration.ofMinutes(1);
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);

    private final DataFolder data;
    private final Path libraries;
    private final Settings city;
    private final Ports ports;

    Kafka(Settings city, Path libraries) {
        this.data = city.data();
        this.libraries = libraries;
        this.city = city;
        this.ports = city.ports();
    }

    Child start(Children children, Progress progress) {
        Path configuration = data.path().resolve("kafka.properties");
        PropertyFile.write(configuration, settings());
        if (!Files.exists(data.kafka().resolve("meta.properties"))) {
            progress.step("create Kafka's files");
            List<String> format = java(
                    "kafka.tools.StorageTool",
                    "format",
                    "--standalone",
                    // In one word: an id may begin with a hyphen, which would else be taken for an option.
                    "--cluster-id=" + newClusterId(),
                    "--config",
                    configuration.toString());
            children.start(new ProcessSpec("kafka-format", format, Map.of(), data.path()))
                    .awaitSuccess(FORMAT_PATIENCE, progress);
        }
        return children.start(new ProcessSpec(
                ProcessNames.KAFKA, java("kafka.Kafka", configuration.toString()), Map.of(), data.path()));
    }

    void awaitReady(Child child, Progress progress) {
        child.awaitReady(() -> HttpProbe.listens(ports.kafka()), START_PATIENCE, progress);
    }

    String address() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Where an instance finds the broker: at its own link if it has one, else where everyone does. */
    String addressFor(ServiceModule service, int instance) {
        return linkedListeners().stream()
                .filter(listener -> listener.part().equals(service.processName(instance)))
                .map(listener -> "127.0.0.1:" + listener.advertised())
                .findFirst()
                .orElse(address());
    }

    Part part(Children children) {
        return new ProcessPart(
                ProcessNames.KAFKA, children, () -> awaitReady(start(children, Progress.silent()), Progress.silent()));
    }

    /** A listener for one instance alone: the address that Kafka makes known there is the near end of its link. */
    private record LinkedListener(String part, int port, int advertised) {
        String name() {
            return part.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    private List<LinkedListener> linkedListeners() {
        List<LinkedListener> listeners = new ArrayList<>();
        for (ServiceModule service : ServiceModule.values()) {
            for (int instance = 1; instance <= city.scale().of(service); instance++) {
                String part = service.processName(instance);
                int port = ports.kafkaFor(service, instance);
                int advertised = city.links().port(part, ProcessNames.KAFKA, port);
                if (advertised != port) {
                    listeners.add(new LinkedListener(part, port, advertised));
                }
            }
        }
        return listeners;
    }

    private List<String> java(String mainClass, String... arguments) {
        List<String> options = new ArrayList<>(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-cp",
                libraries.resolve("*").toString(),
                mainClass));
        options.addAll(List.of(arguments));
        return JavaCommand.of(MAX_HEAP_MIB, data.temporary(ProcessNames.KAFKA), options);
    }

    private static String newClusterId() {
        UUID random = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Map<String, String> settings() {
        String controller = "127.0.0.1:" + ports.kafkaController();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.bootstrap.servers", controller);
        StringJoiner listeners = new StringJoiner(",").add("PLAINTEXT://" + address());
        StringJoiner advertised = new StringJoiner(",").add("PLAINTEXT://" + address());
        StringJoiner protocols =
                new StringJoiner(",").add("PLAINTEXT:PLAINTEXT").add("CONTROLLER:PLAINTEXT");
        for (LinkedListener linked : linkedListeners()) {
            listeners.add(linked.name() + "://127.0.0.1:" + linked.port());
            advertised.add(linked.name() + "://127.0.0.1:" + linked.advertised());
            protocols.add(linked.name() + ":PLAINTEXT");
        }
        settings.put("listeners", listeners + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", advertised.toString());
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", protocols.toString());
        settings.put("log.dirs", data.kafka().toString());
        // Topics are made by the services that own them, so a misspelt name is an error and not a new topic.
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "6");
        settings.put("log.retention.hours", "720");
        settings.put("log.segment.bytes", "67108864");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "6");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        return settings;
    }
}
