package cn.qingcheng.kit.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that came from outside, strictly, and finds everything that is wrong with it in one go.
 *
 * <p>Refused: unknown and doubled fields, numbers for text and text for numbers, numbers for enumerations, nesting
 * deeper than {@value #MAX_DEPTH}, anything after the document. Constraints of Bean Validation are checked too, with
 * or without {@code @Valid}, and their errors joined with those of binding.
 */
@ApplicationScoped
public class JsonInput {

    static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_CHARACTERS = 40;
    private static final int MAX_NAME_CHARACTERS = 1_000;

    private static final JsonFactory STRICT_SYNTAX = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_CHARACTERS)
                    .maxNameLength(MAX_NAME_CHARACTERS)
                    .build())
            .build();

    private final ObjectMapper strict;
    private final Validator validator;

    /** From the application's own mapper, so that modules and formats are the same in both directions. */
    @Inject
    public JsonInput(ObjectMapper lenient, Validator validator) {
        this.strict = strict(lenient);
        this.validator = validator;
    }

    /**
     * What was read.
     *
     * @param value the value; with errors, what of it could be read, or null
     * @param errors all that is wrong
     */
    public record Bound<T>(@Nullable T value, List<InputError> errors) {

        /**
         * The value, when nothing is wrong.
         *
         * @throws ProblemException 400 with all errors
         */
        public T orThrow() {
            if (value == null || !errors.isEmpty()) {
                throw ProblemException.invalidInput(errors);
            }
            return value;
        }
    }

    private static ObjectMapper strict(ObjectMapper lenient) {
        ObjectMapper strict = lenient.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        strict.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            strict.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        strict.coercionConfigFor(LogicalType.DateTime).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        return strict;
    }

    /**
     * The document as a tree.
     *
     * @throws ProblemException 400 {@code MALFORMED_BODY} with line and column when it is no JSON
     */
    public JsonNode parse(byte[] json) {
        try (JsonParser parser = STRICT_SYNTAX.createParser(json)) {
            JsonNode tree = strict.reader().readTree(parser);
            if (tree == null || tree.isMissingNode() || parser.nextToken() != null) {
                throw malformed(parser, "NOT_JSON");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw malformed(e, "TOO_DEEP_OR_LONG");
        } catch (JsonProcessingException e) {
            boolean isDoubled = e.getOriginalMessage().startsWith("Duplicate field");
            throw malformed(e, isDoubled ? "DUPLICATE_FIELD" : "NOT_JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Binds and validates a tree; the tree stays as it is. */
    public <T> Bound<T> bind(JsonNode tree, Type type) {
        JavaType javaType = strict.constructType(type);
        TreeBinding<T> binding = new TreeBinding<>(strict, validator, javaType, tree);
        return binding.run();
    }

    private static ProblemException malformed(JsonParser parser, String code) {
        var place = parser.currentLocation();
        return malformed(place.getLineNr(), place.getColumnNr(), code);
    }

    private static ProblemException malformed(JsonProcessingException failure, String code) {
        var place = failure.getLocation();
        return place == null ? malformed(1, 1, code) : malformed(place.getLineNr(), place.getColumnNr(), code);
    }

    private static ProblemException malformed(int line, int column, String code) {
        return new ProblemException(StandardProblem.MALFORMED_BODY, line, column)
                .withErrors(List.of(InputError.of("", code, line, column)));
    }
}
