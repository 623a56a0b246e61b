package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The bank: settles most payments, returns some, answers in several files, says things twice and things unheard of. */
final class BankSteps {

    private static final String HEAD = "paymentNumber,amount,result,reasonCode,settledOn\n";

    private final Desk desk;
    private final Town town;

    BankSteps(Desk desk, Town town) {
        this.desk = desk;
        this.town = town;
    }

    /** Answers some or all payments of a batch that wait for it. */
    void answer(String officer, String batch, String batchId) {
        if (desk.chance(20)) {
            desk.get("subsidy.bank-file", officer, batch + "/bank-file");
        }
        List<JsonNode> sent = desk.items(
                "subsidy.payments", officer, "/subsidy/v1/payments?batchId=" + batchId + "&status=SENT&pageSize=200");
        String file = file(sent);
        desk.csv("subsidy.bank-return", officer, batch + "/returns", file);
        if (desk.chance(30)) {
            desk.csv("subsidy.bank-return.again", officer, batch + "/returns", file);
        }
        if (!sent.isEmpty() && desk.chance(30)) {
            String payment = "/subsidy/v1/payments/" + desk.any(sent).path("id").asText();
            desk.get("subsidy.payment", officer, payment);
            desk.get("subsidy.trail", "auditor", payment + "/trail");
        }
    }

    private String file(List<JsonNode> sent) {
        StringBuilder csv = new StringBuilder(HEAD);
        boolean isAll = desk.chance(60);
        for (JsonNode payment : sent) {
            if (isAll || desk.chance(50)) {
                csv.append(payment.path("number").asText())
                        .append(',')
                        .append(payment.at("/amount/amount").asText())
                        .append(desk.chance(85) ? ",SETTLED,," + town.today() : ",RETURNED,ACCOUNT_CLOSED,")
                        .append('\n');
            }
        }
        if (desk.chance(15)) {
            csv.append("QP-2026-999999,1.00,SETTLED,,").append(town.today()).append('\n');
        }
        return csv.toString();
    }
}
