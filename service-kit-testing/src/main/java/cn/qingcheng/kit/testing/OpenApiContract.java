package cn.qingcheng.kit.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API as it is against the API as it is committed in {@code contracts/openapi.yaml}. */
public final class OpenApiContract {
    private static final Path FILE = Contracts.FOLDER.resolve("openapi.yaml");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private OpenApiContract() {}

    /**
     * In a {@code @QuarkusTest}: every operation says what it is, who may call it and a problem it answers, every value
     * has an example, and the document the application generates is the committed one, to the letter. With {@code -Dcontracts.update=true} it
     * is written instead, to be looked through and committed.
     */
    public static void assertCommitted() {
        JsonPath document = RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> gaps = new ArrayList<>(gaps(document.getMap("paths")));
        gaps.addAll(new MissingExamples(document.getMap("")).find());
        if (!gaps.isEmpty()) {
            throw new AssertionError("the API does not say enough: " + String.join("; ", gaps));
        }
        String generated = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Contracts.mayBeRewritten()) {
            Contracts.write(FILE, generated);
            return;
        }
        if (!Files.exists(FILE)) {
            throw new AssertionError(FILE + " is missing. " + howToUpdate());
        }
        String difference = firstDifference(Contracts.read(FILE), generated);
        if (!difference.isEmpty()) {
            throw new AssertionError("the API is not as " + FILE + " says it is: " + difference + ". " + howToUpdate());
        }
    }

    /** What each operation leaves out, of what every operation has to say. */
    static List<String> gaps(Map<String, Map<String, Object>> paths) {
        List<String> gaps = new ArrayList<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            if (METHODS.contains(method) && operation instanceof Map<?, ?> said) {
                missing(said).forEach(part -> gaps.add(method + " " + path + " has no " + part));
            }
        }));
        return gaps;
    }

    private static List<String> missing(Map<?, ?> operation) {
        List<String> missing = new ArrayList<>();
        if (!(operation.get("summary") instanceof String summary) || summary.isBlank()) {
            missing.add("summary");
        }
        // Empty for an operation that is open to everyone.
        if (!(operation.get("x-roles") instanceof List<?>)) {
            missing.add("x-roles");
        }
        if (!(operation.get("responses") instanceof Map<?, ?> responses)
                || responses.keySet().stream().noneMatch(OpenApiContract::isProblem)) {
            missing.add("problem response");
        }
        return missing;
    }

    private static boolean isProblem(Object status) {
        return status.toString().startsWith("4") || status.toString().startsWith("5");
    }

    static String firstDifference(String committed, String generated) {
        List<String> before = committed.lines().toList();
        List<String> after = generated.lines().toList();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String was = i < before.size() ? before.get(i) : "(end)";
            String is = i < after.size() ? after.get(i) : "(end)";
            if (!was.equals(is)) {
                return "line " + (i + 1) + " is committed as '" + was + "' and generated as '" + is + "'";
            }
        }
        return "";
    }

    private static String howToUpdate() {
        return "If the change is meant, run this test with -Dcontracts.update=true and commit the file.";
    }
}
