package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The housing office holds rounds: opened, closed, committed, drawn from what two officers enter, and published. */
final class RoundRole implements Role {

    private static final String ROUNDS = "/housing/v1/rounds";
    private static final List<String> OFFICERS = List.of("housing1", "housing2");
    private static final int FLATS_OF_A_ROUND = 4;
    private static final int MOST_OPEN = 3;
    private static final List<Map<String, Object>> TIERS = List.of(
            Map.of("name", "硕士及以上", "educationLevels", List.of("11", "14")),
            Map.of("name", "本科及专科", "educationLevels", List.of("21", "31")));

    private final Desk desk;
    private final Town town;
    private final Set<String> freeFlats;
    private final int run;
    private final List<String> unfinished = new ArrayList<>();
    private final Map<String, Integer> voids = new HashMap<>();
    private boolean hasLooked;
    private int opened;

    RoundRole(Desk desk, Town town, Set<String> freeFlats, int run) {
        this.desk = desk;
        this.town = town;
        this.freeFlats = freeFlats;
        this.run = run;
    }

    @Override
    public void act() {
        if (!hasLooked) {
            takeOver();
        }
        if (town.openRounds().size() < MOST_OPEN && freeFlats.size() >= FLATS_OF_A_ROUND) {
            create();
        }
        if (!unfinished.isEmpty()) {
            carryOn(desk.any(unfinished));
        }
    }

    /** What an earlier run has left half done is carried on. */
    private void takeOver() {
        for (JsonNode round : desk.everything("housing.rounds", null, ROUNDS)) {
            if (!round.path("status").asText().equals("PUBLISHED")) {
                unfinished.add(round.path("id").asText());
            }
        }
        hasLooked = true;
    }

    private void create() {
        List<String> flats = freeFlats.stream().sorted().limit(FLATS_OF_A_ROUND).toList();
        flats.forEach(freeFlats::remove);
        opened++;
        Reply round = desk.post(
                "housing.round",
                desk.any(OFFICERS),
                ROUNDS,
                Map.of(
                        "code",
                        "R%d-%d".formatted(run, opened),
                        "name",
                        "样例摇号",
                        "unitIds",
                        flats,
                        "tiers",
                        TIERS,
                        "entropySource",
                        "公证摇珠：六个号码，按出球顺序",
                        "publicityWorkdays",
                        1 + desk.below(3),
                        "offerWorkdays",
                        5 + desk.below(7)));
        if (round.isGood()
                && desk.post("housing.round.open", desk.any(OFFICERS), ROUNDS + "/" + round.id() + "/open", null)
                        .isGood()) {
            town.openRounds().put(round.id(), flats);
        }
        if (round.isGood()) {
            unfinished.add(round.id());
        }
    }

    private void carryOn(String id) {
        String path = ROUNDS + "/" + id;
        String officer = desk.any(OFFICERS);
        switch (desk.get("housing.round.show", null, path).body().path("status").asText()) {
            case "DRAFT" -> desk.post("housing.round.open", officer, path + "/open", null);
            case "OPEN" -> {
                if (desk.chance(3) || !town.openRounds().containsKey(id)) {
                    town.openRounds().remove(id);
                    desk.post("housing.round.close", officer, path + "/close", null);
                }
            }
            case "CLOSED" -> desk.post("housing.round.commit", officer, path + "/commit-list", null);
            case "LIST_COMMITTED" -> draw(path, id, officer);
            case "DRAWN" -> publish(path, id, officer);
            case "PUBLISHED" -> {
                unfinished.remove(id);
                desk.get("housing.round.proof", null, path + "/proof");
            }
            default -> desk.get("housing.round.units", null, path + "/units");
        }
    }

    /** Each round has its numbers, and others after each void draw; one in twenty is mistyped. */
    private void draw(String path, String id, String officer) {
        int step = desk.below(100);
        if (step < 60) {
            String entropy =
                    id.substring(id.length() - 6) + "," + (voids.getOrDefault(id, 0) + (desk.chance(5) ? 1 : 0));
            desk.post("housing.round.entropy", officer, path + "/entropy", Map.of("entropy", entropy));
        } else if (step < 97) {
            desk.post("housing.round.draw", officer, path + "/draw", null);
        } else {
            annul(path, id, officer, "球桶开早了");
        }
    }

    private void annul(String path, String id, String officer, String reason) {
        if (desk.post("housing.round.void", officer, path + "/void", Map.of("reason", reason))
                .isGood()) {
            voids.merge(id, 1, Integer::sum);
        }
    }

    private void publish(String path, String id, String officer) {
        if (desk.chance(90)) {
            desk.post("housing.round.publish", officer, path + "/publish", null);
        } else {
            annul(path, id, officer, "公证员有异议");
        }
    }
}
