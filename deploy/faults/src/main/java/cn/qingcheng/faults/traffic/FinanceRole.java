package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Two finance officers pay the months: batches built, locked, approved by the other, sent, and what the bank says. */
final class FinanceRole implements Role {

    private static final String BATCHES = "/subsidy/v1/disbursement-batches";
    private static final List<String> OFFICERS = List.of("finance1", "finance2");
    private static final List<String> SCHEMES =
            List.of("rent-subsidy", "rent-subsidy", "living-allowance", "first-job-allowance");
    private static final List<String> LINES = List.of("talent-housing-2026", "talent-living-2026");

    private final Desk desk;
    private final Town town;
    private final BankSteps bank;

    FinanceRole(Desk desk, Town town) {
        this.desk = desk;
        this.town = town;
        this.bank = new BankSteps(desk, town);
    }

    @Override
    public void act() {
        int turn = desk.below(100);
        if (turn < 20 || town.batches().isEmpty()) {
            build();
        } else if (turn < 92) {
            carryOn(desk.any(List.copyOf(town.batches())));
        } else {
            budget();
        }
    }

    private void build() {
        YearMonth month = town.month().minusMonths(desk.below(3)).plusMonths(desk.chance(5) ? 1 : 0);
        Reply batch = desk.post(
                "subsidy.batch.build",
                desk.any(OFFICERS),
                BATCHES,
                Map.of("schemeCode", desk.any(SCHEMES), "period", month.toString()));
        if (batch.isGood()) {
            town.batches().add(batch.id());
        }
    }

    private void carryOn(String id) {
        String path = BATCHES + "/" + id;
        String officer = desk.any(OFFICERS);
        JsonNode batch = desk.get("subsidy.batch.show", officer, path).body();
        switch (batch.path("status").asText()) {
            case "DRAFT" -> desk.post("subsidy.batch.lock", officer, path + "/lock", null);
            case "LOCKED" -> desk.post("subsidy.batch.approve", officer, path + "/approve", null);
            case "FUNDS_RESERVED" -> desk.post("subsidy.batch.send", officer, path + "/send", null);
            case "SENT", "PARTIALLY_SETTLED" -> bank.answer(officer, path, id);
            default -> town.batches().remove(id);
        }
    }

    private void budget() {
        String line = "/subsidy/v1/budget-lines/" + desk.any(LINES);
        switch (desk.below(3)) {
            case 0 ->
                desk.post(
                        "subsidy.appropriate",
                        desk.any(OFFICERS),
                        line + "/appropriations",
                        Map.of(
                                "amount",
                                Map.of("amount", (1 + desk.below(900)) + "000.00", "currency", "CNY"),
                                "decision",
                                "样例财预补"));
            case 1 -> desk.get("subsidy.statement", "auditor", line + "/statement");
            default -> desk.get("subsidy.transactions", "auditor", line + "/transactions?pageSize=20");
        }
    }
}
