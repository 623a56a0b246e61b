package cn.qingcheng.talent;

import static io.restassured.RestAssured.given;

import cn.qingcheng.kit.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The service's API as its callers use it. */
public final class TalentApi {

    public static final String UNIVERSITY = "90001";
    public static final String EMPLOYER = "91150102MA0TE5T084";

    private static final ObjectMapper JSON = new ObjectMapper();

    private TalentApi() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static RequestSpecification asTalent(String account) {
        return as(Tokens.of(account, "talent"));
    }

    public static RequestSpecification asOfficer() {
        return as(Tokens.of("talent-officer", "talent-officer"));
    }

    public static RequestSpecification asUniversity(String code) {
        return given().auth().oauth2(Tokens.university(code)).contentType("application/x-ndjson");
    }

    public static ValidatableResponse upload(String university, List<String> lines) {
        return asUniversity(university)
                .body(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/talent/v1/sync/batches")
                .then()
                .statusCode(201);
    }

    public static ValidatableResponse upload(String university, Graduate... graduates) {
        return upload(university, lines(Arrays.asList(graduates)));
    }

    public static List<String> lines(List<Graduate> graduates) {
        return graduates.stream().map(graduate -> json(graduate.row())).collect(Collectors.toList());
    }

    /** The id the registry has given a graduate of the university just uploaded. */
    public static String talentId(String university, Graduate graduate) {
        String batch = upload(university, graduate).extract().path("id");
        return asUniversity(university)
                .get("/talent/v1/sync/batches/" + batch + "/results")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].talentId");
    }

    public static Response claim(String account, Graduate graduate) {
        return asTalent(account).body(graduate.claim()).post("/talent/v1/me/claim");
    }

    public static void registerEmployer(String code) {
        asOfficer()
                .body(Map.of("unifiedSocialCreditCode", code, "name", "样例企业", "regionCode", "150102"))
                .post("/talent/v1/employers");
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
