package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UpCommandTest {
    private static final Layout LAYOUT = new Layout(Path.of("/checkout"));

    private static Settings parsed(String... arguments) {
        UpCommand command = new UpCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.settings(LAYOUT);
    }

    @Test
    void withoutOptionsEverythingIsWhereTheDocumentationSays() {
        Settings settings = parsed();

        assertThat(settings.ports()).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084, 8180, 15_432, 19_092));
        assertThat(settings.fresh()).isFalse();
        assertThat(settings.loadCity()).isTrue();
        assertThat(settings.clockSpeed()).isNull();
        assertThat(settings.cityScale()).isNull();
        assertThat(settings.scale().of(ServiceModule.HOUSING)).isEqualTo(1);
    }

    @Test
    void takesAllOptions() {
        Settings settings = parsed(
                "--data",
                "/tmp/other",
                "--fresh",
                "--scale",
                "housing-service=2",
                "--no-city",
                "--city-scale",
                "0.1",
                "--clock-speed",
                "600");

        assertThat(settings.data().path()).isEqualTo(Path.of("/tmp/other"));
        assertThat(settings.fresh()).isTrue();
        assertThat(settings.loadCity()).isFalse();
        assertThat(settings.cityScale()).isEqualTo(0.1);
        assertThat(settings.clockSpeed()).isEqualTo(600);
        assertThat(settings.scale().of(ServiceModule.HOUSING)).isEqualTo(2);
        assertThat(settings.scale().of(ServiceModule.TALENT)).isEqualTo(1);
    }

    @Test
    void anOffsetMovesAllPortsAndAChosenOneStays() {
        Ports ports = parsed("--port-offset", "100", "--kafka-port", "9092").ports();

        assertThat(ports).isEqualTo(new Ports(8180, 8181, 8182, 8183, 8184, 8280, 15_532, 9092));
    }

    @Test
    void everyPortCanBeChosen() {
        Ports ports = parsed(
                        "--gateway-port=2001",
                        "--talent-port=2002",
                        "--subsidy-port=2003",
                        "--housing-port=2004",
                        "--platform-port=2005",
                        "--keycloak-port=2006",
                        "--postgres-port=2007",
                        "--kafka-port=2008")
                .ports();

        assertThat(ports).isEqualTo(new Ports(2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008));
    }

    @Test
    void aSecondInstanceHasAPortAndANameOfItsOwn() {
        Settings settings = parsed("--scale", "housing-service=2", "--scale", "talent-service=3");

        assertThat(settings.ports().byOwner(settings.scale()))
                .containsEntry("housing-service-1", 8083)
                .containsEntry("housing-service-2", 8093)
                .containsEntry("talent-service-3", 8101)
                .containsEntry("kafka (controller)", 19_093)
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--scale housing=2 | There is no service \"housing\"",
                "--scale housing-service=0 | out of range",
                "--scale housing-service=9 | out of range",
                "--gateway-port 80 | Port 80 is not usable",
                "--port-offset 60000 | is not usable",
                "--city-scale 0 | --city-scale goes from",
            })
    void refusesWhatCannotWork(String arguments, String reason) {
        assertThatThrownBy(() -> parsed(arguments.split(" ")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anUnknownOptionIsAnErrorWithTheUsage() {
        StringWriter err = new StringWriter();
        int status = Main.commandLine().setErr(new PrintWriter(err)).execute("up", "--frehs");

        assertThat(status).isNotZero();
        assertThat(err.toString()).contains("--frehs").contains("--fresh");
    }

    @Test
    void aFailureIsOneSentenceWithoutAStackTrace() {
        StringWriter err = new StringWriter();
        int status = Main.commandLine()
                .setErr(new PrintWriter(err))
                .execute("token", "graduate1", "--data", "/nonexistent/city");

        assertThat(status).isEqualTo(Main.FAILED);
        assertThat(err.toString().strip())
                .isEqualTo("There is no city in /nonexistent/city: start it with ./deploy/up.");
    }
}
