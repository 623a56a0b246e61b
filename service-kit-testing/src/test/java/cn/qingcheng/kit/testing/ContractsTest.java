package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {
    private static final String TYPE = "sample.thing.happened";
    private static final JsonNode FIRST = json("""
            {"thingId": "01990c4e-7c1a-7000-8000-000000000000", "on": "2026-09-01", "amountFen": 150000,
             "reason": null, "tags": ["a"], "place": {"region": "150105"}}""");
    private static final JsonNode SECOND = json("""
            {"thingId": "01990c4e-7c1a-7000-8000-000000000001", "on": "2026-09-02", "amountFen": 1,
             "reason": "late", "tags": [], "place": {"region": "150102"}}""");

    @TempDir
    Path folder;

    @Test
    void draftFitsTheEventsItWasMadeOf() throws IOException {
        draft();

        assertThat(EventContract.compare(folder, TYPE, List.of(FIRST, SECOND))).isEmpty();
    }

    @Test
    void eventsThatBreakTheSchemaAreFound() throws IOException {
        draft();

        assertThat(broken(FIRST, "\"amountFen\":150000", "\"amountFen\":\"150000\""))
                .contains("integer");
        assertThat(broken(FIRST, "\"on\":\"2026-09-01\",", "")).contains("on");
        assertThat(broken(FIRST, "2026-09-01", "1 September")).contains("date");
        assertThat(broken(FIRST, "\"reason\":null", "\"reason\":null,\"idNumber\":\"?\""))
                .contains("idNumber");
    }

    @Test
    void missingSchemaIsFound() {
        assertThat(EventContract.compare(folder, TYPE, List.of(FIRST)))
                .singleElement()
                .asString()
                .contains("contracts.update");
    }

    @Test
    void operationThatSaysTooLittleIsFound() {
        Map<String, Object> whole = Map.of(
                "summary", "The things",
                "x-roles", List.of(),
                "responses", Map.of("200", Map.of(), "503", Map.of()));
        Map<String, Object> bare = Map.of("responses", Map.of("200", Map.of()));

        assertThat(OpenApiContract.gaps(Map.of("/things", Map.of("get", whole, "parameters", List.of()))))
                .isEmpty();
        assertThat(OpenApiContract.gaps(Map.of("/things", Map.of("post", bare))))
                .containsExactly(
                        "post /things has no summary",
                        "post /things has no x-roles",
                        "post /things has no problem response");
    }

    @Test
    void copyThatIsNotCurrentIsFound() throws IOException {
        Path source = Files.writeString(folder.resolve("source"), "{}");
        Path copy = Files.writeString(folder.resolve("copy"), "{}");
        assertThat(EventContract.compareCopy(copy, source)).isEmpty();

        Files.writeString(source, "{\"type\": \"object\"}");

        assertThat(EventContract.compareCopy(copy, source)).isNotEmpty();
        assertThat(EventContract.compareCopy(copy, folder.resolve("none"))).isNotEmpty();
    }

    @Test
    void valuesWithoutAnExampleAreFound() {
        Map<String, Object> shown = Map.of("type", "string", "examples", List.of("150105"));
        Map<String, Object> guessed = Map.of("type", "string");
        Map<String, Object> thing = Map.of(
                "properties",
                Map.of(
                        "region",
                        shown,
                        "name",
                        guessed,
                        "open",
                        Map.of("type", "boolean"),
                        "tags",
                        Map.of("items", guessed)));
        Map<String, Object> answer = Map.of(
                "content", Map.of("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/Thing"))));
        Map<String, Object> get = Map.of(
                "parameters",
                List.of(Map.of("name", "q", "schema", guessed), Map.of("name", "region", "schema", shown)),
                "responses",
                Map.of("200", answer));

        assertThat(new MissingExamples(Map.of(
                                "paths", Map.of("/things", Map.of("get", get)),
                                "components", Map.of("schemas", Map.of("Thing", thing))))
                        .find())
                .containsExactly(
                        "Thing/name has no example",
                        "Thing/tags/0 has no example",
                        "get /things parameter q has no example");
    }

    @Test
    void firstDifferenceOfTwoDocumentsIsTold() {
        assertThat(OpenApiContract.firstDifference("a\nb\n", "a\nb\n")).isEmpty();
        assertThat(OpenApiContract.firstDifference("a\nb\n", "a\nc\n")).contains("line 2", "'b'", "'c'");
        assertThat(OpenApiContract.firstDifference("a\n", "a\nb\n")).contains("line 2", "'(end)'");
    }

    @Test
    void missingWordsAreFound() throws IOException {
        Properties chinese = properties("A.title=甲\nA.detail=甲{0}\nB.title=乙\nB.detail=乙");
        Properties english = properties("A.title=A\nA.detail=A\nB.title=B\ninput.C=c");

        assertThat(ProblemWording.missing(List.of("A", "B", "D"), chinese, english))
                .containsExactly(
                        "A.detail has not as many arguments in both languages",
                        "B.detail in English",
                        "D.detail in Chinese",
                        "D.title in Chinese",
                        "input.C in Chinese");
    }

    private void draft() throws IOException {
        Files.writeString(folder.resolve(TYPE + ".schema.json"), SchemaDraft.of(TYPE, List.of(FIRST, SECOND)));
    }

    private String broken(JsonNode event, String was, String is) {
        JsonNode changed = json(event.toString().replace(was, is));
        assertThat(changed).isNotEqualTo(event);
        return String.join("\n", EventContract.compare(folder, TYPE, List.of(changed)));
    }

    private static Properties properties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
