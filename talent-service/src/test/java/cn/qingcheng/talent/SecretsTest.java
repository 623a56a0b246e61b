package cn.qingcheng.talent;

import static cn.qingcheng.talent.TalentApi.EMPLOYER;
import static cn.qingcheng.talent.TalentApi.UNIVERSITY;
import static cn.qingcheng.talent.TalentApi.as;
import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asTalent;
import static cn.qingcheng.talent.TalentApi.asUniversity;
import static cn.qingcheng.talent.TalentApi.claim;
import static cn.qingcheng.talent.TalentApi.json;
import static cn.qingcheng.talent.TalentApi.registerEmployer;
import static cn.qingcheng.talent.TalentApi.upload;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.LogWatch;
import cn.qingcheng.kit.testing.PlainTextSearch;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A graduate's ID number, name, phone and certificate are followed through right and wrong requests. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class SecretsTest {

    private static final String NAME = "敖登格日乐琪琪格";

    @Inject
    DataSource database;

    private final Graduate graduate = Graduate.next().with("name", NAME).with("email", "qiqige.secret@example.com");
    private final List<String> secrets = List.of(
            graduate.idNumber(),
            NAME,
            graduate.certificateNumber() + "-secret",
            graduate.phone(),
            "qiqige.secret@example.com");

    @Test
    void theyAreInNoLogNoAnswerAndNoTable() {
        graduate.with("certificateNumber", graduate.certificateNumber() + "-secret");
        List<String> answers = new ArrayList<>();
        try (LogWatch log = LogWatch.open()) {
            String batch = upload(UNIVERSITY, graduate).extract().path("id");
            upload(
                    UNIVERSITY,
                    List.of(json(graduate.row()).replace("2026-06-30", "2026-13-77"), "{" + graduate.idNumber()));
            answers.add(results(batch).asString());
            answers.add(claim("secret-keeper", graduate).asString());
            answers.add(asTalent("secret-keeper").get("/talent/v1/me").asString());
            answers.add(asOfficer().get("/talent/v1/talents").asString());
            answers.add(asTalent("guesser")
                    .body(wrongClaim())
                    .post("/talent/v1/me/claim")
                    .asString());
            answers.add(asTalent("guesser")
                    .body(swappedClaim())
                    .post("/talent/v1/me/claim")
                    .asString());
            answers.add(declare(graduate.idNumber(), "2026-08").asString());
            answers.add(declare(graduate.idNumber(), "2026-99").asString());
            answers.add(declare(NAME, "2026-08").asString());
            log.assertSilentAbout(secrets);
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(secrets));
        PlainTextSearch.assertNowhere(database, secrets);
    }

    private static Response results(String batch) {
        return asUniversity(UNIVERSITY).get("/talent/v1/sync/batches/" + batch + "/results");
    }

    private Map<String, Object> wrongClaim() {
        Map<String, Object> claim = new HashMap<>(graduate.claim());
        claim.put("name", "王青城");
        return claim;
    }

    /** The right values at the wrong places. */
    private Map<String, Object> swappedClaim() {
        return Map.of(
                "idNumber",
                NAME,
                "name",
                List.of(graduate.idNumber()),
                "certificateNumber",
                Map.of("of", graduate.phone()));
    }

    private static Response declare(String idNumber, String month) {
        registerEmployer(EMPLOYER);
        return as(Tokens.employer(EMPLOYER))
                .body(Map.of(
                        "unifiedSocialCreditCode",
                        EMPLOYER,
                        "idNumber",
                        idNumber,
                        "regionCode",
                        "150102",
                        "post",
                        "工程师",
                        "startedOn",
                        "2026-07-01",
                        "socialInsuranceMonth",
                        month))
                .post("/talent/v1/employments");
    }
}
