package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts say on a machine that lacks something. */
class LauncherScriptTest {
    @TempDir
    Path folder;

    private record Answer(int status, String text) {}

    private Answer up(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Layout.find().root().resolve("deploy/up").toString(), "--help")
                .redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text.strip());
    }

    private Path program(String name, String script) throws Exception {
        Path program = folder.resolve("bin").resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    @Test
    void aMachineWithoutAJdkIsTold() throws Exception {
        for (String tool : List.of("bash", "dirname", "sed", "find")) {
            program(tool, "exec $(PATH=/usr/bin:/bin command -v " + tool + ") \"$@\"");
        }
        Answer answer = up(Map.of("PATH", folder.resolve("bin").toString()));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).isEqualTo("No JDK was found: install JDK 17 or later, or set JAVA_HOME.");
    }

    @Test
    void aWrongJavaHomeIsOneSentence() throws Exception {
        Answer answer = up(Map.of("JAVA_HOME", folder.toString()));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text())
                .isEqualTo(
                        "JAVA_HOME is " + folder + ", but there is no bin/java in it: point it at a JDK 17 or later.");
    }

    @Test
    void anOldJdkIsOneSentence() throws Exception {
        Path java = program("java", "echo '    java.specification.version = 11' >&2");
        Answer answer = up(Map.of("JAVA_HOME", folder.toString()));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).isEqualTo(java + " is version 11: JDK 17 or later is needed.");
    }

    @Test
    void aVeryOldJdkIsOneSentence() throws Exception {
        Path java = program("java", "echo '    java.specification.version = 1.8' >&2");
        Answer answer = up(Map.of("JAVA_HOME", folder.toString()));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).isEqualTo(java + " is too old or does not run: JDK 17 or later is needed.");
    }
}
