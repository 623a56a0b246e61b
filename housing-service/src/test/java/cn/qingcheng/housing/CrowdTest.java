package cn.qingcheng.housing;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many at once, and the register's answers doubled and shuffled: no flat twice, no household twice, nobody lost. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class CrowdTest {

    private static final int PEOPLE = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SEED = 20260901;
    private static final Set<String> ENDED = Set.of("ENTITLED", "REFUSED", "LAPSED", "WAITLISTED");

    @Test
    void whoHandsInWhileTheListIsFrozenIsOnItOrToldNo() throws Exception {
        List<String> units = Desk.releasedUnits(1);
        String roundId = Desk.openRound(units);
        List<Person> people = people(PEOPLE);
        List<String> drafts =
                people.stream().map(each -> Desk.draft(each, roundId, units)).toList();

        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Person each = people.get(i);
            String submit = API + "/me/applications/" + drafts.get(i) + "/submit";
            all.add(() -> answers.add(person(each).post(submit).statusCode()));
        }
        all.add(PEOPLE / 2, () -> {
            Desk.step(officer(), roundId, "close");
            Desk.step(officer(), roundId, "commit-list");
        });
        together(all);

        long handedIn = answers.stream().filter(status -> status == 200).count();
        assertThat(answers).allMatch(status -> status == 200 || status == 409);
        assertThat(count(roundId, "IN_ROUND")).isEqualTo(handedIn);
        assertThat(count(roundId, "SUBMITTED")).isZero();
    }

    @Test
    void answersOfHouseholdsAndOfTheRegisterAllAtOnceGiveNothingTwice() throws Exception {
        List<String> units = Desk.releasedUnits(4);
        String roundId = Desk.openRound(units);
        List<Person> people = people(PEOPLE);
        Random random = new Random(SEED);
        for (Person each : people) {
            List<String> wishes = new ArrayList<>(units);
            Collections.shuffle(wishes, random);
            Desk.submitted(each, roundId, wishes);
        }
        Desk.drawAndPublish(roundId, "07,31,18,44,02,26");

        await().atMost(PATIENCE).until(() -> {
            together(people.stream().map(each -> (Runnable) () -> react(each)).toList());
            return people.stream().allMatch(each -> ENDED.contains(status(each)))
                    && people.stream().noneMatch(CrowdTest::hasOpenOffer);
        });

        List<String> let = people.stream()
                .flatMap(each ->
                        person(each).get(API + "/me/leases").jsonPath().<String>getList("items.unitId").stream())
                .toList();
        assertThat(let).doesNotHaveDuplicates();
        assertThat(count(roundId, "ENTITLED")).isEqualTo(let.size());
        for (String unit : units) {
            assertThat(Desk.unit(unit).getString("status")).isEqualTo(let.contains(unit) ? "RESERVED" : "RELEASED");
        }
    }

    /** By the person's own luck: a third declines, of the others the register refuses every second, saying so twice. */
    private static void react(Person each) {
        for (Map<String, Object> offer : Desk.offers(each)) {
            String id = (String) offer.get("id");
            int luck = Math.floorMod(each.account().hashCode(), 6);
            if (offer.get("status").equals("ACTIVE")) {
                person(each).post(API + "/me/offers/" + id + (luck < 2 ? "/decline" : "/accept"));
            } else if (offer.get("status").equals("ACCEPTED") && status(each).equals("CLEARING")) {
                String answer = luck % 2 == 0 ? "benefit.refused" : "benefit.cleared";
                Desk.answer(answer, id, each, Map.of("reasonCode", "EXCLUDED", "heldKind", "RENT_SUBSIDY"));
                Desk.answer(answer, id, each, Map.of("reasonCode", "EXCLUDED", "heldKind", "RENT_SUBSIDY"));
            }
        }
    }

    private static boolean hasOpenOffer(Person each) {
        return Desk.offers(each).stream().anyMatch(offer -> offer.get("status").equals("ACTIVE"));
    }

    private static String status(Person each) {
        return person(each).get(API + "/me/applications").jsonPath().getString("items[0].status");
    }

    private static int count(String roundId, String status) {
        return officer()
                .queryParam("roundId", roundId)
                .queryParam("status", status)
                .get(API + "/applications")
                .jsonPath()
                .getList("items")
                .size();
    }

    private static List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(person());
        }
        return people;
    }

    private static void together(List<Runnable> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            all.forEach(each -> running.add(threads.submit(each)));
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
