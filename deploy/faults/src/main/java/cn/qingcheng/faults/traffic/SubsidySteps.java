package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What a graduate does about her subsidies, and anybody about those that are public. */
final class SubsidySteps {

    private static final String MINE = "/subsidy/v1/me/applications";
    private static final List<String> SCHEMES =
            List.of("rent-subsidy", "rent-subsidy", "rent-subsidy", "living-allowance", "first-job-allowance");
    private static final List<String> OVER = List.of("REJECTED", "WITHDRAWN", "LAPSED", "REVOKED");

    private final Desk desk;
    private final Town town;

    SubsidySteps(Desk desk, Town town) {
        this.desk = desk;
        this.town = town;
    }

    /** Begins an application, or takes the next step with one she has. */
    void step(Graduate graduate) {
        List<JsonNode> all = desk.items("subsidy.mine", graduate.account(), MINE);
        List<JsonNode> live = all.stream()
                .filter(one -> !OVER.contains(one.path("status").asText()))
                .toList();
        if (live.isEmpty() || (live.size() < 2 && desk.chance(10))) {
            create(graduate);
            return;
        }
        String path = MINE + "/" + desk.any(live).path("id").asText();
        Reply application = desk.get("subsidy.show", graduate.account(), path);
        if (!application.isGood()) {
            return;
        }
        switch (application.body().path("status").asText()) {
            case "DRAFT", "RETURNED_FOR_CORRECTION" -> edit(graduate, path, application);
            case "ENTITLED" -> afterEntitlement(graduate, path, application.body());
            default -> maybeWithdraw(graduate, path, 3);
        }
    }

    private void create(Graduate graduate) {
        desk.post(
                "subsidy.create",
                graduate.account(),
                MINE,
                Map.of("schemeCode", desk.any(SCHEMES), "payee", payee(graduate)));
    }

    private void edit(Graduate graduate, String path, Reply application) {
        int step = desk.below(100);
        if (application.body().path("evidence").isEmpty() && step < 75) {
            evidence(graduate, path, application.body().path("schemeCode").asText());
        } else if (step < 86) {
            desk.post("subsidy.submit", graduate.account(), path + "/submit", null);
        } else if (step < 97) {
            patch(graduate, path, application.etag());
        } else {
            maybeWithdraw(graduate, path, 50);
        }
    }

    private void evidence(Graduate graduate, String path, String scheme) {
        String kind = scheme.equals("rent-subsidy") ? "LEASE_CONTRACT" : "LABOUR_CONTRACT";
        String scan = "%PDF-1.4\n% a sample contract\n" + "%".repeat(1 + desk.below(60_000)) + "\n%%EOF\n";
        desk.put("subsidy.evidence", graduate.account(), path + "/evidence/" + kind, "application/pdf", scan);
    }

    /** Another account; one time in ten with a version that is not there any more. */
    private void patch(Graduate graduate, String path, String etag) {
        Map<String, Object> payee = payee(graduate);
        String number = String.valueOf(payee.get("accountNumber"));
        desk.patch(
                "subsidy.patch",
                graduate.account(),
                path,
                Map.of("payee", payee),
                desk.chance(10) ? "\"99\"" : etag,
                now -> now.at("/payee/accountNumber").asText().endsWith(number.substring(number.length() - 4)));
    }

    private void afterEntitlement(Graduate graduate, String path, JsonNode application) {
        boolean isReturned =
                application.path("instalments").findValuesAsText("status").contains("RETURNED");
        if (isReturned || desk.chance(3)) {
            desk.post(
                    "subsidy.correct-payee",
                    graduate.account(),
                    path + "/correct-payee",
                    Map.of("payee", payee(graduate)));
        } else if (desk.chance(30)) {
            create(graduate);
        }
    }

    private void maybeWithdraw(Graduate graduate, String path, int percent) {
        if (desk.chance(percent)) {
            desk.post("subsidy.withdraw", graduate.account(), path + "/withdraw", Map.of("reason", "不再需要"));
        }
    }

    /** Anybody objects to one of the newest approvals. */
    void object() {
        List<JsonNode> lists = desk.items("subsidy.publicity", null, "/subsidy/v1/publicity?pageSize=20");
        if (lists.isEmpty()) {
            return;
        }
        JsonNode list = desk.any(lists);
        String phone = Cast.phone(desk.random());
        town.journal().secrets(List.of(phone));
        desk.post(
                "subsidy.object",
                null,
                "/subsidy/v1/publicity/" + list.path("id").asText() + "/objections",
                Map.of(
                        "applicationNumber",
                        list.at("/content/entries/0/applicationNumber").asText(),
                        "statement",
                        "该申请人已不在本市工作",
                        "contact",
                        phone));
    }

    private Map<String, Object> payee(Graduate graduate) {
        String number = "6222%015d".formatted(desk.random().nextLong(1_000_000_000_000_000L));
        town.journal().secrets(List.of(number));
        return Map.of("accountName", graduate.name(), "accountNumber", number, "bankCode", "102191000011");
    }
}
