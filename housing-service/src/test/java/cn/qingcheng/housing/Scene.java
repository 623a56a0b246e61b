package cn.qingcheng.housing;

import static cn.qingcheng.housing.Desk.API;
import static cn.qingcheng.housing.Desk.fresh;
import static cn.qingcheng.housing.Desk.json;
import static cn.qingcheng.housing.Desk.officer;
import static cn.qingcheng.housing.Desk.person;
import static org.awaitility.Awaitility.await;

import cn.qingcheng.housing.Desk.Person;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.kit.testing.api.ApiScene;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** One of everything this service keeps, and whose it is. */
final class Scene {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    /** As many units as right bodies may use up. */
    private static final int PLENTY = 150;

    private final String estate = Desk.estate();
    private final Person owner = person();
    private final Person other = person();

    private Scene() {}

    static ApiScene prepare(DataSource database) {
        return new Scene().with(ApiScene.of(database));
    }

    private ApiScene with(ApiScene scene) {
        List<String> units = Desk.releasedUnits(2);
        List<String> freeUnits = Desk.releasedUnits(PLENTY);
        String openRound = Desk.openRound(Desk.releasedUnits(1));
        String round = Desk.openRound(units);
        String application = Desk.submitted(owner, round, units);
        Desk.submitted(other, round, units);
        Desk.drawAndPublish(round, "1,2,3");
        String offer = offerTo(owner);
        person(owner).post(API + "/me/offers/" + offer + "/accept").then().statusCode(200);
        Desk.answer("benefit.cleared", offer, owner, Map.of());
        await().until(() -> !leases().isEmpty());
        String otherRound = Desk.openRound(Desk.releasedUnits(1));
        Person editor = person();
        String draft = Desk.draft(editor, otherRound, wishes(otherRound));
        return scene.owner("talent", Tokens.of(owner.account(), "talent"))
                .stranger("talent", Tokens.of(other.account(), "talent"))
                .at(API + "/me/applications/{id}", application)
                .caller("PATCH " + API + "/me/applications/{id}", Tokens.of(editor.account(), "talent"))
                .at("PATCH " + API + "/me/applications/{id}", draft)
                .at(API + "/me/offers/{id}", offer)
                .at(API + "/me/leases/{id}", leases().get(0))
                .at(API + "/leases/{id}", leases().get(0))
                .at(API + "/estates/{code}", estate)
                .at(API + "/rounds/{id}", openRound)
                .at(API + "/release-batches/{id}", releaseBatch())
                .at(API + "/units/{id}", units.get(1))
                .at(API + "/units/imports/{id}", unitImport())
                .body("POST " + API + "/estates", () -> json(estate(fresh("ES"))))
                .body("POST " + API + "/me/applications", () -> json(Desk.application(openRound, wishes(openRound))))
                .body("PATCH " + API + "/me/applications/{id}", () -> json(content(wishes(otherRound))))
                .body("POST " + API + "/release-batches", () -> json(release()))
                .body(
                        "POST " + API + "/rounds",
                        () -> json(Desk.round(List.of(freeUnits.get(NUMBERS.incrementAndGet() % PLENTY)))))
                .body("POST " + API + "/units/imports", () -> Desk.row(estate, NUMBERS.incrementAndGet()))
                .keepsRefusalsIn("POST " + API + "/units/imports", "unit_import", "unit_import_row", "audit_record");
    }

    private static List<String> wishes(String round) {
        return person(new Person(java.util.UUID.randomUUID(), "reader"))
                .get(API + "/rounds/" + round + "/units")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static String offerTo(Person person) {
        return (String) Desk.offers(person).get(0).get("id");
    }

    private List<String> leases() {
        return person(owner)
                .get(API + "/me/leases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private String unitImport() {
        String rows = IntStream.range(0, PLENTY)
                .mapToObj(i -> Desk.row(estate, NUMBERS.incrementAndGet()))
                .collect(Collectors.joining());
        return Desk.importRows(rows).statusCode(201).extract().path("id");
    }

    private String releaseBatch() {
        unitImport();
        return officer()
                .body(release())
                .post(API + "/release-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> release() {
        return Map.of("name", fresh("batch "), "unitSelection", Map.of("estate", estate, "count", 1));
    }

    private static Map<String, Object> estate(String code) {
        return Map.of("code", code, "name", "青城人才公寓" + code, "regionCode", "150105", "address", "样例路1号");
    }

    private static Map<String, Object> content(List<String> wishes) {
        return Map.of(
                "household", Map.of("members", List.of(Map.of("relation", "CHILD", "name", "王小样"))), "wishes", wishes);
    }
}
