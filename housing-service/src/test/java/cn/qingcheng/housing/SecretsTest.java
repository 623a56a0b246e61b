package cn.qingcheng.housing;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.LogWatch;
import cn.qingcheng.kit.testing.PlainTextSearch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The name of a member of a household is followed through right and wrong requests. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class SecretsTest {

    private static final String NAME = "敖登格日乐琪琪格";

    @Inject
    DataSource database;

    @Test
    void theyAreInNoLogNoAnswerAndNoTable() {
        List<String> units = Desk.releasedUnits(1);
        String round = Desk.openRound(units);
        Person graduate = person();
        List<String> answers = new ArrayList<>();
        try (LogWatch log = LogWatch.open()) {
            answers.add(apply(graduate, round, units, "SPOUSE", List.of(NAME)).asString());
            answers.add(apply(graduate, round, units, NAME, "王样例").asString());
            answers.add(apply(graduate, NAME, units, "SPOUSE", NAME).asString());
            answers.add(apply(graduate, round, List.of(NAME), "SPOUSE", NAME).asString());
            Response draft = apply(graduate, round, units, "SPOUSE", NAME);
            String id = draft.then().statusCode(201).extract().path("id");
            answers.add(apply(graduate, round, units, "SPOUSE", NAME).asString());
            person(graduate)
                    .post(API + "/me/applications/" + id + "/submit")
                    .then()
                    .statusCode(200);
            answers.add(officer()
                    .queryParam("roundId", round)
                    .get(API + "/applications")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            log.assertSilentAbout(List.of(NAME));
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(NAME));
        PlainTextSearch.assertNowhere(database, List.of(NAME));
    }

    private static Response apply(Person graduate, String round, List<String> wishes, String relation, Object name) {
        return person(graduate)
                .body(Map.of(
                        "roundId",
                        round,
                        "household",
                        Map.of("members", List.of(Map.of("relation", relation, "name", name))),
                        "wishes",
                        wishes))
                .post(API + "/me/applications");
    }
}
