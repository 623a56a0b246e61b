package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a graduate does about a flat. */
final class HousingSteps {

    private static final String MINE = "/housing/v1/me/applications";
    private static final String OFFERS = "/housing/v1/me/offers";
    private static final String LEASES = "/housing/v1/me/leases";
    private static final List<String> OVER = List.of("REFUSED", "WITHDRAWN", "LAPSED");

    private final Desk desk;
    private final Town town;

    HousingSteps(Desk desk, Town town) {
        this.desk = desk;
        this.town = town;
    }

    /** Begins an application, or takes the next step with the one she has. */
    void step(Graduate graduate) {
        List<JsonNode> live = desk.items("housing.mine", graduate.account(), MINE).stream()
                .filter(one -> !OVER.contains(one.path("status").asText()))
                .toList();
        if (live.isEmpty() || desk.chance(3)) {
            create(graduate);
            return;
        }
        JsonNode application = desk.any(live);
        String path = MINE + "/" + application.path("id").asText();
        switch (application.path("status").asText()) {
            case "DRAFT" -> edit(graduate, path);
            case "OFFERED" -> answer(graduate);
            case "ENTITLED", "HOUSED" -> sign(graduate);
            default -> {
                if (desk.chance(3)) {
                    desk.post("housing.withdraw", graduate.account(), path + "/withdraw", null);
                }
            }
        }
    }

    private void create(Graduate graduate) {
        List<String> rounds = List.copyOf(town.openRounds().keySet());
        if (rounds.isEmpty()) {
            return;
        }
        String round = desk.any(rounds);
        List<Map<String, Object>> members =
                desk.chance(30) ? List.of(Map.of("relation", "SPOUSE", "name", "样例配偶")) : List.of();
        desk.post(
                "housing.create",
                graduate.account(),
                MINE,
                Map.of("roundId", round, "household", Map.of("members", members), "wishes", wishes(round)));
    }

    /** Up to four flats of the round, in an order of her own. */
    private List<String> wishes(String round) {
        List<String> units = new ArrayList<>(town.openRounds().getOrDefault(round, List.of()));
        Collections.shuffle(units, desk.random());
        return units.subList(0, Math.min(units.size(), 1 + desk.below(4)));
    }

    /** A draft whose round has closed meanwhile is mostly given up. */
    private void edit(Graduate graduate, String path) {
        Reply draft = desk.get("housing.show", graduate.account(), path);
        List<String> wishes = wishes(draft.body().path("roundId").asText());
        int step = desk.below(100);
        if (step >= 95 || (wishes.isEmpty() && step >= 30)) {
            desk.post("housing.withdraw", graduate.account(), path + "/withdraw", null);
        } else if (step < 70 || wishes.isEmpty()) {
            desk.post("housing.submit", graduate.account(), path + "/submit", null);
        } else {
            desk.patch(
                    "housing.patch",
                    graduate.account(),
                    path,
                    Map.of("wishes", wishes),
                    desk.chance(10) ? "\"99\"" : draft.etag(),
                    now -> now.path("wishes").findValuesAsText("unitId").equals(wishes));
        }
    }

    /** Takes it mostly; declines it, or lets its time pass. */
    private void answer(Graduate graduate) {
        for (JsonNode offer : desk.items("housing.offers", graduate.account(), OFFERS)) {
            if (offer.path("status").asText().equals("ACTIVE")) {
                String path = OFFERS + "/" + offer.path("id").asText();
                int choice = desk.below(100);
                if (choice < 65) {
                    desk.post("housing.accept", graduate.account(), path + "/accept", null);
                } else if (choice < 77) {
                    desk.post("housing.decline", graduate.account(), path + "/decline", Map.of("reason", "另有住处"));
                }
            }
        }
    }

    private void sign(Graduate graduate) {
        for (JsonNode lease : desk.items("housing.leases", graduate.account(), LEASES)) {
            if (lease.path("status").asText().equals("PENDING_SIGNATURE") || desk.chance(2)) {
                desk.post(
                        "housing.sign",
                        graduate.account(),
                        LEASES + "/" + lease.path("id").asText() + "/sign",
                        null);
            }
        }
    }
}
