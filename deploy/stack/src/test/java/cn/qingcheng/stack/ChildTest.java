package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private DataFolder data;
    private Children children;

    @BeforeEach
    void anEmptyCity() {
        data = new DataFolder(folder.resolve("city"));
        data.create();
        children = new Children(data);
    }

    @AfterEach
    void leaveNothing() {
        children.stopAll(Progress.silent());
    }

    private Child start(String name, String script) {
        return children.start(
                new ProcessSpec(name, List.of("bash", "-c", script), Map.of("GREETING", "hello"), folder));
    }

    @Test
    void aChildThatDiesIsNamedWithItsLog() {
        Child child = start("subsidy-service", "echo too bad; exit 3");

        assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE, Progress.silent()))
                .isInstanceOf(StackFailure.class)
                .hasMessage("subsidy-service ended with exit code 3; its log is " + data.log("subsidy-service") + ".");
        assertThat(data.log("subsidy-service")).hasContent("too bad");
    }

    @Test
    void aFullDiskIsCalledByItsName() {
        Child child = start("kafka", "echo 'java.io.IOException: No space left on device'; exit 1");

        assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE, Progress.silent()))
                .hasMessageStartingWith("kafka ended with exit code 1 because the disk is full; its log is ");
    }

    @Test
    void oneThatIsStartedAgainGoesOnWithItsLogAndIsJudgedByItsOwnLinesOnly() {
        Child first = start("kafka", "echo 'No space left on device'; exit 1");
        assertThatThrownBy(() -> first.awaitReady(() -> false, PATIENCE, Progress.silent()))
                .hasMessageContaining("because the disk is full");

        Child second = start("kafka", "echo something else; exit 1");

        assertThatThrownBy(() -> second.awaitReady(() -> false, PATIENCE, Progress.silent()))
                .hasMessageStartingWith("kafka ended with exit code 1; its log is ");
        assertThat(data.log("kafka")).hasContent("No space left on device\nsomething else");
    }

    @Test
    void aNewRunBeginsNewLogsAndKeepsTheLastOnes() throws Exception {
        Files.writeString(data.log("kafka"), "yesterday");
        Files.writeString(data.logs().resolve("kafka.previous.log"), "the day before");

        children.putLogsAside();

        assertThat(data.log("kafka")).doesNotExist();
        assertThat(data.logs().resolve("kafka.previous.log")).hasContent("yesterday");
    }

    @Test
    void aChildThatNeverGetsReadyIsNotWaitedForForEver() {
        Child child = start("gateway", "exec sleep 600");

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(300), Progress.silent()))
                .hasMessageStartingWith("gateway was not ready after 0 s; its log is ");
    }

    @Test
    void aProgramThatCannotBeFoundSaysSo() {
        Child child = children.start(new ProcessSpec("postgres", List.of("/no/such/program"), Map.of(), folder));

        assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE, Progress.silent()))
                .hasMessageStartingWith("postgres ended with exit code 127");
    }

    @Test
    void oneThatDoesItsWorkAndEndsIsASuccess() {
        Child child = start("keycloak-build", "echo $GREETING $LANG");

        assertThatCode(() -> child.awaitSuccess(PATIENCE, Progress.silent())).doesNotThrowAnyException();
        assertThat(data.log("keycloak-build")).hasContent("hello C.UTF-8");
    }

    @Test
    void knowsWhatRuns() {
        start("gateway", "exec sleep 600");

        assertThat(children.running()).extracting(RunningProcess::name).containsExactly("gateway");
        assertThat(new Children(data).running()).hasSize(1);
    }

    @Test
    void stopsAllAndForgetsThem() {
        start("gateway", "exec sleep 600");
        start("kafka", "exec sleep 600");
        List<RunningProcess> running = children.running();

        assertThat(children.stopAll(Progress.silent())).isEqualTo(2);

        assertThat(running).noneMatch(RunningProcess::alive);
        assertThat(children.running()).isEmpty();
    }

    @Test
    void findsProcessesWhoseNoteIsLost() throws Exception {
        start("gateway", "exec sleep 600");
        RunningProcess lost = children.running().get(0);
        Files.delete(data.processes().resolve("gateway.pid"));
        assertThat(children.running()).isEmpty();

        assertThat(children.stopAll(Progress.silent())).isEqualTo(1);

        assertThat(lost.alive()).isFalse();
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheNumberOfOneOfOurs() throws Exception {
        Files.writeString(
                data.processes().resolve("gateway.pid"), ProcessHandle.current().pid() + " 1000\n");

        assertThat(children.running()).isEmpty();
        assertThat(children.stopAll(Progress.silent())).isZero();
    }
}
