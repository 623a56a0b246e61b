package cn.qingcheng.housing.applicant;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.person;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.housing.Desk;
import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventProducer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class TalentFactsConsumerTest {

    @Test
    void laterFactsCountWhateverTheOrderAndRepetitionOfEvents() {
        List<String> units = Desk.releasedUnits(1);
        Person graduate = person("31");
        String roundId = Desk.openRound(units);
        String id = Desk.draft(graduate, roundId, units);

        Desk.facts(graduate, 3, "21");
        Desk.facts(graduate, 2, "31");
        Desk.facts(graduate, 3, "21");
        Desk.facts(graduate, 1, "31");

        await().until(() -> person(graduate)
                        .post(API + "/me/applications/" + id + "/submit")
                        .statusCode()
                == 200);
        person(graduate).get(API + "/me/applications/" + id).then().body("tier", equalTo("bachelors"));
    }

    @Test
    void factsThatCannotBeReadAreSetAsideAndTheOthersGoOn() {
        String key = UUID.randomUUID().toString();
        try (EventProducer talent = EventProducer.of("talent-service");
                EventCatcher setAside = EventCatcher.of("housing.applicant.dlq")) {
            UUID id = talent.send("talent.facts.v1", "talent.facts", key, "{\"talentId\":\"no id\"}");
            setAside.await("the unreadable facts", event -> event.id().equals(id.toString()));
        }
        person();
    }
}
