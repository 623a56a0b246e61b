package cn.qingcheng.subsidy.budget;

import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.as;
import static cn.qingcheng.subsidy.SampleCity.finance;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qingcheng.kit.testing.CityInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class BudgetLineResourceTest {
    @Inject
    EntityManager database;

    @Test
    void anAppropriationIsOnBothSidesOfTheLedger() {
        String line = openBudget("60000.00");

        as("auditor", "auditor")
                .get(ROOT + "/budget-lines/" + line + "/statement")
                .then()
                .statusCode(200)
                .body("balances.treasury.amount", equalTo("60000.00"))
                .body("balances.appropriated.amount", equalTo("60000.00"))
                .body("balances.paid.amount", equalTo("0.00"))
                .body("debits.amount", equalTo("60000.00"))
                .body("credits.amount", equalTo("60000.00"))
                .body("balanced", equalTo(true));
        as("auditor", "auditor")
                .get(ROOT + "/budget-lines/" + line + "/transactions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].movement", equalTo("APPROPRIATE"))
                .body("items[0].decidedBy", equalTo("finance1"));
    }

    @Test
    void theSameKeyGivesMoneyOnceAndAnotherBodyIsRefused() {
        String line = openBudget("1.00");
        String key = UUID.randomUUID().toString();
        String body = "{\"amount\": {\"amount\": \"500.00\", \"currency\": \"CNY\"}, \"decision\": \"样例\"}";
        for (int time = 0; time < 2; time++) {
            as("finance1", "subsidy-finance")
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(ROOT + "/budget-lines/" + line + "/appropriations")
                    .then()
                    .statusCode(201)
                    .body("balances.appropriated.amount", equalTo("501.00"));
        }
        as("finance1", "subsidy-finance")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body.replace("500", "900"))
                .post(ROOT + "/budget-lines/" + line + "/appropriations")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        as("finance1", "subsidy-finance")
                .contentType(ContentType.JSON)
                .body(body)
                .post(ROOT + "/budget-lines/" + line + "/appropriations")
                .then()
                .statusCode(428);
    }

    @Test
    void badMoneyIsToldAndNothingIsWritten() {
        String line = openBudget("1.00");
        for (String amount : new String[] {"-5.00", "0.00", "1.234", "abc"}) {
            finance("finance1")
                    .contentType(ContentType.JSON)
                    .body("{\"amount\": {\"amount\": \"%s\", \"currency\": \"CNY\"}, \"decision\": \" \"}"
                            .formatted(amount))
                    .post(ROOT + "/budget-lines/" + line + "/appropriations")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_INPUT"));
        }
        as("finance1", "subsidy-finance")
                .get(ROOT + "/budget-lines/" + line + "/statement")
                .then()
                .body("balances.appropriated.amount", equalTo("1.00"));
    }

    @Test
    void anotherLineOfTheSameCodeAndAnUnknownLineAreRefused() {
        String line = openBudget("1.00");
        finance("finance2")
                .contentType(ContentType.JSON)
                .body("{\"code\": \"%s\", \"year\": 2026, \"name\": {\"zh\": \"样例\", \"en\": \"Sample\"}}"
                        .formatted(line))
                .post(ROOT + "/budget-lines")
                .then()
                .statusCode(409)
                .body("code", equalTo("BUDGET_LINE_EXISTS"));
        as("finance1", "subsidy-finance")
                .get(ROOT + "/budget-lines/no-such-line/statement")
                .then()
                .statusCode(404)
                .body("code", equalTo("BUDGET_LINE_NOT_FOUND"));
    }

    @Test
    void onlyFinanceAndAuditorsSeeIt() {
        String line = openBudget("1.00");
        as("graduate", "talent")
                .get(ROOT + "/budget-lines/" + line + "/statement")
                .then()
                .statusCode(403);
        as("approver", "subsidy-approver")
                .header("Idempotency-Key", "k")
                .contentType(ContentType.JSON)
                .body("{\"amount\": {\"amount\": \"5.00\", \"currency\": \"CNY\"}, \"decision\": \"样例\"}")
                .post(ROOT + "/budget-lines/" + line + "/appropriations")
                .then()
                .statusCode(403);
    }

    @Test
    void theDatabaseItselfRefusesWhatDoesNotBalanceOrFallsBelowZeroOrRewrites() {
        String line = openBudget("100.00");
        UUID lineId = (UUID) database.createNativeQuery("select id from budget_line where code = :code")
                .setParameter("code", line)
                .getSingleResult();

        assertThatThrownBy(() -> write(lineId, 700, 700, 600)).hasStackTraceContaining("does not balance");
        assertThatThrownBy(() -> write(lineId, 10_001, 10_001, 10_001))
                .hasStackTraceContaining("ledger_balance_not_negative");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery("update ledger_entry set amount_fen = 1")
                                .executeUpdate()))
                .hasStackTraceContaining("append-only");
    }

    private void write(UUID lineId, long amountFen, long debitFen, long creditFen) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("insert into ledger_transaction (id, budget_line_id, movement, amount_fen,"
                            + " reference_type, reference_id, decision, decided_by, occurred_at)"
                            + " values (:id, :line, 'COMMIT', :amount, 'ENTITLEMENT', :ref, 'x', 'x', now())")
                    .setParameter("id", id)
                    .setParameter("line", lineId)
                    .setParameter("amount", amountFen)
                    .setParameter("ref", id.toString())
                    .executeUpdate();
            entry(id, lineId, "DEBIT", "COMMITTED", debitFen);
            entry(id, lineId, "CREDIT", "APPROPRIATED", creditFen);
        });
    }

    private void entry(UUID id, UUID lineId, String side, String account, long amountFen) {
        database.createNativeQuery(
                        "insert into ledger_entry (transaction_id, side, budget_line_id, account, amount_fen)"
                                + " values (:id, :side, :line, :account, :amount)")
                .setParameter("id", id)
                .setParameter("side", side)
                .setParameter("line", lineId)
                .setParameter("account", account)
                .setParameter("amount", amountFen)
                .executeUpdate();
    }
}
