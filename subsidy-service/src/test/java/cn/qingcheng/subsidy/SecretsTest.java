package cn.qingcheng.subsidy;

import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.as;
import static cn.qingcheng.subsidy.SampleCity.know;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.published;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.talent;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.LogWatch;
import cn.qingcheng.kit.testing.PlainTextSearch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A bank account, its owner's name and the contact of who objects are followed through right and wrong requests. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class SecretsTest {

    private static final String NUMBER = "6228480402564890018";
    private static final String OWNER = "敖登格日乐琪琪格";
    private static final List<String> SECRETS = List.of(NUMBER, OWNER);

    private static final String CONTACT = "nobody.secret@example.com 13912345678";

    @Inject
    DataSource database;

    @Test
    void theyAreInNoLogNoAnswerAndNoTable() {
        String scheme = schemeInForce(openBudget("9000.00"), null);
        String account = unique("secret");
        List<String> answers = new ArrayList<>();
        try (EventProducer talentService = EventProducer.of("talent-service");
                LogWatch log = LogWatch.open()) {
            know(talentService, account, UUID.randomUUID(), 1, "150105");
            Response draft = draft(account, scheme, "\"" + OWNER + "\"", "\"" + NUMBER + "\"");
            answers.add(draft.asString());
            String id = draft.then().statusCode(201).extract().path("id");
            answers.add(talent(account).get(ROOT + "/me/applications/" + id).asString());
            answers.add(as("reviewer", "subsidy-reviewer")
                    .get(ROOT + "/applications/" + id)
                    .asString());
            answers.add(draft(account, scheme, "\"" + OWNER + "\"", NUMBER).asString());
            answers.add(draft(account, scheme, "\"" + OWNER + "\"", "\"" + NUMBER + "x\"")
                    .asString());
            answers.add(draft(account, scheme, "[\"" + OWNER + "\"]", "{\"" + NUMBER + "\": 1")
                    .asString());
            answers.add(draft(account, "\"" + NUMBER, "\"" + OWNER + "\"", "\"" + NUMBER + "\"")
                    .asString());
            log.assertSilentAbout(SECRETS);
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(SECRETS));
        PlainTextSearch.assertNowhere(database, SECRETS);
    }

    @Test
    void whoObjectsIsInNoLogNoAnswerAndNoTable() {
        String scheme = schemeInForce(openBudget("9000.00"), null);
        String account = unique("objected");
        List<String> answers = new ArrayList<>();
        try (EventProducer talentService = EventProducer.of("talent-service");
                LogWatch log = LogWatch.open()) {
            know(talentService, account, UUID.randomUUID(), 1, "150105");
            String id = published(account, scheme);
            String number = talent(account).get(ROOT + "/me/applications/" + id).path("number");
            String list = given().queryParam("pageSize", 200)
                    .get(ROOT + "/publicity")
                    .path("items.find { it.schemeCode == '%s' }.id".formatted(scheme));
            answers.add(object(list, CONTACT, "\"" + CONTACT + "\"").asString());
            answers.add(object(list, number, "[\"" + CONTACT + "\"]").asString());
            answers.add(object(list, number, "\"" + CONTACT).asString());
            Response right = object(list, number, "\"" + CONTACT + "\"");
            right.then().statusCode(201);
            answers.add(right.asString());
            answers.add(given().get(ROOT + "/publicity/" + list).asString());
            answers.add(talent(account).get(ROOT + "/me/applications/" + id).asString());
            log.assertSilentAbout(List.of(CONTACT));
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(CONTACT));
        PlainTextSearch.assertNowhere(database, List.of(CONTACT));
    }

    private static Response object(String list, String number, String contact) {
        return given().contentType(ContentType.JSON)
                .body("""
                        {"applicationNumber": "%s", "statement": "样例", "contact": %s}""".formatted(number, contact))
                .post(ROOT + "/publicity/" + list + "/objections");
    }

    private static Response draft(String account, String scheme, String owner, String number) {
        return talent(account)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("""
                        {"schemeCode": "%s", "payee": {"accountName": %s, "accountNumber": %s,
                         "bankCode": "102191000011"}}
                        """.formatted(scheme, owner, number))
                .post(ROOT + "/me/applications");
    }
}
