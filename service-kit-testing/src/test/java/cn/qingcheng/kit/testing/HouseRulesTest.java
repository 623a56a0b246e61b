package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that can not fail guards nothing: each is shown to fail on a sample that breaks it. */
class HouseRulesTest {
    private static final String BAD = "cn.qingcheng.badsample";
    private static final JavaClasses BAD_SAMPLE = new ClassFileImporter().importPackages(BAD);
    private static final JavaClasses GOOD_SAMPLE = new ClassFileImporter().importClasses(CaughtEvent.class);

    static Stream<Map.Entry<String, ArchRule>> rules() {
        return Stream.concat(
                ArchitectureRules.ofService(BAD).entrySet().stream(), ArchitectureRules.ofKit().entrySet().stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleFailsOnTheBadSample(Map.Entry<String, ArchRule> rule) {
        assertThat(HouseRules.violations(rule.getKey(), rule.getValue(), BAD_SAMPLE))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noRuleFailsOnCodeThatBreaksNone(Map.Entry<String, ArchRule> rule) {
        assertThat(HouseRules.violations(rule.getKey(), rule.getValue(), GOOD_SAMPLE))
                .isEmpty();
    }

    @Test
    void packageWithoutReasonIsFound() {
        assertThat(HouseRules.packagesWithoutReason(BAD_SAMPLE))
                .singleElement()
                .asString()
                .contains(BAD);
        assertThat(HouseRules.packagesWithoutReason(new ClassFileImporter().importPath(Path.of("target/classes"))))
                .isEmpty();
    }

    @Test
    void packageThatIsNotOnTheKitsListIsFound() {
        assertThat(HouseRules.foreignKitPackages(BAD_SAMPLE)).isNotEmpty();
    }

    @Test
    void kitPackageThatServesOneServiceAloneIsFound(@TempDir Path checkout) throws IOException {
        service(checkout, "housing-service", "import cn.qingcheng.kit.page.Page;\nimport cn.qingcheng.kit.bulk.Row;");
        service(checkout, "talent-service", "import cn.qingcheng.kit.page.PageToken;");

        assertThat(HouseRules.packagesOfFewServices(checkout, Set.of("page", "bulk", "audit")))
                .satisfiesExactly(
                        audit -> assertThat(audit).contains("audit serves []"),
                        bulk -> assertThat(bulk).contains("bulk serves", "housing-service"));
    }

    private static void service(Path checkout, String name, String imports) throws IOException {
        Path sources = Files.createDirectories(checkout.resolve(name).resolve("src/main/java"));
        Files.writeString(sources.resolve("Thing.java"), imports);
    }

    @Test
    void changedOrMissingMechanismIsFound(@TempDir Path folder) throws IOException {
        Path kit = migrations(folder, "kit", "V1__create_mechanisms", "V4__summarize_sent_events");
        Path same = migrations(folder, "same", "V1__create_mechanisms", "V9__summarize_sent_events");
        Path behind = migrations(folder, "behind", "V1__create_mechanisms");
        Path changed = migrations(folder, "changed", "V1__create_mechanisms", "V9__summarize_sent_events");
        Files.writeString(changed.resolve("V1__create_mechanisms.sql"), "CREATE TABLE outbox (id int);");

        assertThat(HouseRules.differentMechanisms(same, kit)).isEmpty();
        assertThat(HouseRules.differentMechanisms(behind, kit)).hasSize(1);
        assertThat(HouseRules.differentMechanisms(changed, kit)).hasSize(1);
    }

    private static Path migrations(Path folder, String service, String... names) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve(service));
        for (String name : names) {
            Files.writeString(migrations.resolve(name + ".sql"), "CREATE TABLE outbox ();");
        }
        return migrations;
    }
}
