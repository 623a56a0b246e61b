package cn.qingcheng.kit.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qingcheng.kit.standard.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonInputTest {

    private final JsonInput input = new JsonInput(
            new ObjectMapper().registerModule(new JavaTimeModule()),
            Validation.buildDefaultValidatorFactory().getValidator());

    enum Colour {
        RED,
        GREEN
    }

    record Everything(
            @NotBlank @Size(max = 5) String text,
            @Min(1) @Max(9) int number,
            long big,
            boolean yes,
            @NotNull Colour colour,
            LocalDate day,
            UUID id,
            BigDecimal factor,
            Money amount,
            @Pattern(regexp = "[A-Z]+") String capitals,
            @Valid Part part,
            @Size(max = 3) List<@Valid Part> parts,
            Map<String, Integer> counts) {}

    record Part(@NotBlank String name, @Min(0) Integer size) {}

    /** Refuses what is missing in its constructor, as records like to do. */
    record Strict(
            @NotNull List<String> names,
            @NotBlank String title,
            @Min(1) int pages) {
        Strict {
            names = List.copyOf(names);
        }
    }

    private JsonInput.Bound<Everything> bind(String json) {
        return input.bind(input.parse(json.getBytes(UTF_8)), Everything.class);
    }

    private static List<String> told(JsonInput.Bound<?> bound) {
        return bound.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .sorted()
                .toList();
    }

    @Test
    void whatIsRightIsRead() {
        JsonInput.Bound<Everything> bound = bind("""
                {"text": "a", "number": 3, "big": 4, "yes": true, "colour": "RED", "day": "2026-09-01",
                 "id": "01990c4e-7c1a-7000-8000-000000000000", "factor": 1.10, "amount": {"amount": "1.5", "currency": "CNY"},
                 "capitals": "AB", "part": {"name": "p", "size": 0}, "parts": [], "counts": {"a": 1}}
                """);

        assertThat(bound.errors()).isEmpty();
        assertThat(bound.orThrow().factor()).isEqualTo(new BigDecimal("1.10"));
        assertThat(bound.orThrow().amount()).isEqualTo(Money.ofFen(150));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text       | 1                                       | WRONG_TYPE
                    text       | {}                                      | WRONG_TYPE
                    text       | 'toolong'                               | TOO_LONG
                    text       | '\\u0000'                              | UNWRITABLE_TEXT
                    text       | 'a\\ud83d'                             | UNWRITABLE_TEXT
                    number     | '3'                                     | WRONG_TYPE
                    number     | 3.5                                     | WRONG_TYPE
                    number     | 99999999999                             | NUMBER_OUT_OF_RANGE
                    number     | null                                    | REQUIRED
                    number     | 10                                      | TOO_LARGE
                    big        | 99999999999999999999                    | NUMBER_OUT_OF_RANGE
                    yes        | 'true'                                  | WRONG_TYPE
                    yes        | 1                                       | WRONG_TYPE
                    colour     | 'red'                                   | UNKNOWN_VALUE
                    colour     | 0                                       | WRONG_TYPE
                    colour     | ''                                      | UNKNOWN_VALUE
                    day        | '2026-02-30'                            | WRONG_FORMAT_LIKE
                    day        | ''                                      | WRONG_FORMAT_LIKE
                    day        | 20260901                                | WRONG_TYPE
                    id         | 'x'                                     | WRONG_FORMAT_LIKE
                    factor     | 'many'                                  | WRONG_TYPE
                    amount     | {'amount': '-1', 'currency': 'CNY'}     | MONEY_NEGATIVE
                    amount     | {'amount': '1.005', 'currency': 'CNY'}  | MONEY_FORM
                    capitals   | 'abc'                                   | WRONG_FORMAT
                    part       | 'x'                                     | WRONG_TYPE
                    parts      | {}                                      | WRONG_TYPE
                    counts     | []                                      | WRONG_TYPE
                    """)
    void eachWrongValueHasItsPointerAndCode(String field, String value, String code) {
        String json = """
                {"text": "a", "number": 3, "big": 4, "yes": true, "colour": "RED"}""";
        ObjectNode tree = (ObjectNode) input.parse(json.getBytes(UTF_8));
        tree.set(field, input.parse(value.replace('\'', '"').getBytes(UTF_8)));

        JsonInput.Bound<Everything> bound = input.bind(tree, Everything.class);

        assertThat(told(bound)).containsExactly("/" + field + " " + code);
    }

    @Test
    void wrongPlacesDeepInsideAreFoundTogether() {
        JsonInput.Bound<Everything> bound = bind("""
                {"text": "a", "number": 3, "big": 4, "yes": true, "colour": "RED", "part": {"size": "x", "weight": 1},
                 "parts": [{"name": ""}, null, {"name": "b", "size": -1}], "counts": {"a": "x", "b/c": 1.5}}
                """);

        assertThat(told(bound))
                .containsExactly(
                        "/counts/a WRONG_TYPE",
                        "/counts/b~1c WRONG_TYPE",
                        "/part/name REQUIRED",
                        "/part/size WRONG_TYPE",
                        "/part/weight UNKNOWN_FIELD",
                        "/parts/0/name REQUIRED",
                        "/parts/2/size TOO_SMALL");
    }

    @Test
    void halfACharacterIsNoTextWhereverItStands() {
        assertThat(told(bind("""
                {"text": "😀", "number": 3, "big": 4, "yes": true, "colour": "RED",
                 "parts": [{"name": "p\\u0000"}], "counts": {"a": "\\udc00"}}
                """))).containsExactly("/counts/a UNWRITABLE_TEXT", "/parts/0/name UNWRITABLE_TEXT");
    }

    @Test
    void aConstructorThatRefusesWhatIsMissingIsNamedByWhatIsMissing() {
        JsonInput.Bound<Strict> bound = input.bind(input.parse("{\"pages\": \"x\"}".getBytes(UTF_8)), Strict.class);

        assertThat(told(bound)).containsExactly("/names REQUIRED", "/pages WRONG_TYPE", "/title REQUIRED");
        assertThatThrownBy(bound::orThrow).isInstanceOf(ProblemException.class);
    }

    @Test
    void nothingAndAnotherKindOfDocumentAreRefused() {
        assertThat(told(bind("null"))).containsExactly(" REQUIRED");
        assertThat(told(bind("[]"))).containsExactly(" WRONG_TYPE");
        assertThat(told(bind("\"x\""))).containsExactly(" WRONG_TYPE");
    }

    /** Whatever comes, the answer is a value or errors, never a failure, and never one place told twice. */
    @Property(tries = 500)
    void anyDocumentIsReadOrRefused(@ForAll("documents") JsonNode document) {
        JsonInput.Bound<Everything> bound = input.bind(document, Everything.class);

        assertThat(bound.value() != null || !bound.errors().isEmpty()).isTrue();
        assertThat(bound.errors()).doesNotHaveDuplicates();
        assertThat(bound.errors()).allMatch(error -> error.code().matches("[A-Z_]+"));
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).map(nodes::textNode),
                Arbitraries.longs().map(nodes::numberNode),
                Arbitraries.bigDecimals().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode),
                Arbitraries.just(nodes.nullNode()),
                Arbitraries.of("RED", "2026-09-01", "1.50", "CNY").map(nodes::textNode));
        Arbitrary<JsonNode> tree = leaves;
        for (int depth = 0; depth < 3; depth++) {
            tree = Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(2, leaves),
                    net.jqwik.api.Tuple.of(
                            1,
                            tree.list()
                                    .ofMaxSize(4)
                                    .map(elements -> nodes.arrayNode().addAll(elements))),
                    net.jqwik.api.Tuple.of(3, objects(tree)));
        }
        return tree;
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
        Arbitrary<String> names = Arbitraries.of(
                "text",
                "number",
                "big",
                "yes",
                "colour",
                "day",
                "id",
                "factor",
                "amount",
                "currency",
                "capitals",
                "part",
                "parts",
                "counts",
                "name",
                "size",
                "stranger");
        return Arbitraries.maps(names, values).ofMaxSize(10).map(members -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach(object::set);
            return object;
        });
    }
}
