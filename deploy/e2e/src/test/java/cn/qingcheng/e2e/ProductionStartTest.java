package cn.qingcheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packaged service in the profile it has unless told otherwise, on a machine whose clock shows Shanghai's time. */
class ProductionStartTest {
    private static final Path SERVICE = Path.of("../../platform-service/target/quarkus-app/quarkus-run.jar");
    private static final String FORGED = "\r\nall is well\n";

    @TempDir
    Path folder;

    @Test
    void aStartThatFailsIsToldInLinesOfJsonAndNothingBreaksThem() throws Exception {
        Path log = folder.resolve("log");

        int status = exitOf(
                Map.of(
                        "TZ", "Asia/Shanghai",
                        "QUARKUS_HTTP_PORT", "0",
                        "QUARKUS_FLYWAY_CONNECT_RETRIES", "0",
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db.city.invalid" + FORGED + "/platform",
                        "QUARKUS_DATASOURCE_USERNAME", "platform",
                        "QUARKUS_DATASOURCE_PASSWORD", "kHc2w0bZ9vQx7LmT3rYd"),
                log);

        assertThat(status).isNotZero();
        assertThat(LogLines.of(log))
                .anySatisfy(line -> assertThat(line.toString()).contains("all is well"))
                .noneSatisfy(line -> assertThat(line.path("message").asText()).isEqualTo("all is well"));
    }

    private static int exitOf(Map<String, String> environment, Path log) throws IOException, InterruptedException {
        assertThat(SERVICE).as("the package, which comes first").exists();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        SERVICE.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
