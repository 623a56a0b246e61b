package cn.qingcheng.gateway.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the packaged gateway with 96 MiB of heap, and reads what it logs. */
final class GatewayProcess {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final Path log;

    GatewayProcess(Path folder) {
        log = folder.resolve("log");
    }

    /** On a machine whose clock shows Shanghai's time, as those of the city do. */
    Process start(Map<String, String> environment) {
        assertThat(JAR).as("the package, which comes first").exists();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("TZ", "Asia/Shanghai");
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that has been logged, each line a JSON object with its time in UTC. */
    List<JsonObject> lines() {
        try {
            List<String> lines = Files.readAllLines(log);
            assertThat(lines)
                    .allSatisfy(line -> assertThat(new JsonObject(line).getString("timestamp"))
                            .endsWith("Z"));
            return lines.stream().map(JsonObject::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
