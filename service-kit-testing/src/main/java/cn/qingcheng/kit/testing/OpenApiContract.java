package cn.qingcheng.kit.testing;

import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The API as it is against the API as it is committed in {@code contracts/openapi.yaml}. */
public final class OpenApiContract {
    private static final Path FILE = Contracts.FOLDER.resolve("openapi.yaml");

    private OpenApiContract() {}

    /**
     * In a {@code @QuarkusTest}: the document the application generates is the committed one, to the letter. With
     * {@code -Dcontracts.update=true} it is written instead, to be looked through and committed.
     */
    public static void assertCommitted() {
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
