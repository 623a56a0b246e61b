package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.caller.Roles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordBlacklistTest {
    private final Layout layout = Layout.find();
    private final Set<String> refused =
            PasswordBlacklist.of(layout.passwordWords()).passwords();

    @Test
    void everyWordIsInItInSeveralForms() throws Exception {
        for (String word : Files.readAllLines(layout.passwordWords())) {
            if (!word.isBlank() && !word.startsWith("# ")) {
                assertThat(refused.stream().filter(password -> password.contains(word)))
                        .as(word)
                        .hasSizeGreaterThan(3);
            }
        }
    }

    @Test
    void holdsTheNamesOfTheCityItsServicesAndItsRoles() throws Exception {
        assertThat(Files.readAllLines(layout.passwordWords()))
                .contains("qingcheng", "青城", "hohhot", "huhehaote", "呼和浩特", "platform")
                .contains(Roles.TALENT, Roles.UNIVERSITY, Roles.EMPLOYER, Roles.AUDITOR, Roles.OPERATOR);
    }

    @Test
    void holdsOnlyWhatKeycloakCanCompareAndItsLengthDoesNotRefuseAlready() throws Exception {
        String policy = new ObjectMapper()
                .readTree(layout.realm().toFile())
                .path("passwordPolicy")
                .asText();

        assertThat(policy)
                .contains("length(" + PasswordBlacklist.LEAST_LENGTH + ")")
                .contains("passwordBlacklist(" + PasswordBlacklist.NAME + ")");
        assertThat(refused)
                .hasSizeBetween(3_000, 200_000)
                .allMatch(password -> password.length() >= PasswordBlacklist.LEAST_LENGTH
                        && password.equals(password.toLowerCase(Locale.ROOT))
                        && !password.contains("\n"));
    }

    @Test
    void theCommandPrintsIt() {
        StringWriter out = new StringWriter();

        int status = Main.commandLine().setOut(new PrintWriter(out)).execute("blacklist");

        assertThat(status).isZero();
        assertThat(out.toString().lines()).containsExactlyElementsOf(refused);
    }
}
