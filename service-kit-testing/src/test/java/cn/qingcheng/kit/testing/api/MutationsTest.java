package cn.qingcheng.kit.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutationsTest {

    private static final Operation OPERATION =
            ApiDocument.parse("""
            paths:
              /x/v1/things:
                post:
                  x-roles: [talent]
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Thing"}
            components:
              schemas:
                Thing:
                  type: object
                  required: [name, parts]
                  properties:
                    name: {type: string, maxLength: 20, examples: [bolt]}
                    parts: {type: array, minItems: 1, items: {$ref: "#/components/schemas/Part"}}
                Part:
                  type: object
                  properties:
                    count: {type: integer, minimum: 1, maximum: 9, examples: [3]}
            """).operations().get(0);

    private static final List<Mutation> MUTATIONS = Mutations.of(OPERATION, SampleBody.of(OPERATION.schema()));

    @Test
    void theSampleIsWhatTheExamplesSay() {
        assertThat(SampleBody.of(OPERATION.schema())).hasToString("{\"name\":\"bolt\",\"parts\":[{\"count\":3}]}");
    }

    @Test
    void everyFieldIsBentAtEveryDepth() {
        assertThat(MUTATIONS)
                .extracting(Mutation::what)
                .contains(
                        "nothing at /name",
                        "null at /parts",
                        "one too long at /name",
                        "an empty array at /parts",
                        "an unknown field at /surprise",
                        "a field that is not the caller's at /status",
                        "a field that is not the caller's at /parts/0/ownerId",
                        "just too small at /parts/0/count",
                        "just too large at /parts/0/count",
                        "with half a character at /name");
    }

    @Test
    void oneThingIsWrongAtATime() {
        assertThat(MUTATIONS)
                .filteredOn(mutation -> mutation.what().equals("just too large at /parts/0/count"))
                .singleElement()
                .satisfies(mutation ->
                        assertThat(mutation.body()).isEqualTo("{\"name\":\"bolt\",\"parts\":[{\"count\":10}]}"));
        assertThat(MUTATIONS)
                .filteredOn(mutation -> mutation.what().equals("nothing at /parts/0/count"))
                .singleElement()
                .satisfies(mutation -> assertThat(mutation.isWrong()).isFalse());
    }
}
