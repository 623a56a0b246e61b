package cn.qingcheng.subsidy;

import static cn.qingcheng.subsidy.SampleCity.ROOT;
import static cn.qingcheng.subsidy.SampleCity.as;
import static cn.qingcheng.subsidy.SampleCity.awaitStatus;
import static cn.qingcheng.subsidy.SampleCity.finance;
import static cn.qingcheng.subsidy.SampleCity.know;
import static cn.qingcheng.subsidy.SampleCity.openBudget;
import static cn.qingcheng.subsidy.SampleCity.published;
import static cn.qingcheng.subsidy.SampleCity.schemeInForce;
import static cn.qingcheng.subsidy.SampleCity.talent;
import static cn.qingcheng.subsidy.SampleCity.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventContract;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two graduates from publicity to the bank: one is paid, the other's account is closed. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class PayoutJourneyTest {
    @Inject
    TestClock clock;

    @Inject
    EntityManager database;

    private final EventProducer talentService = EventProducer.of("talent-service");

    @BeforeEach
    @AfterEach
    void backToTheFirstDay() {
        clock.reset();
    }

    @Test
    void twoGraduatesOnePaidOneReturnedAndTheLedgerBalancesToTheFen() throws Exception {
        String line = openBudget("9000.00");
        String scheme = schemeInForce(line, "RENT_SUBSIDY");
        UUID wang = UUID.randomUUID();
        UUID li = UUID.randomUUID();
        String wangAccount = unique("wang");
        String liAccount = unique("li");
        know(talentService, wangAccount, wang, 1, "150105");
        know(talentService, liAccount, li, 1, "150105");
        String wangs = published(wangAccount, scheme);
        String lis = published(liAccount, scheme);

        // Publicity of five working days from Tuesday ends on the night of the next Tuesday, not before.
        clock.set(Instant.parse("2026-09-08T15:59:00Z"));
        assertThat(talent(wangAccount).get(ROOT + "/me/applications/" + wangs).<String>path("status"))
                .isEqualTo("PUBLICITY");
        clock.set(Instant.parse("2026-09-08T16:00:00Z"));
        answerClaim(wang, "benefit.cleared", 3);
        answerClaim(li, "benefit.cleared", 1);
        awaitStatus(wangAccount, wangs, "ENTITLED");
        awaitStatus(liAccount, lis, "ENTITLED");
        talent(wangAccount)
                .get(ROOT + "/me/applications/" + wangs)
                .then()
                .body("instalments.period", contains("2026-10", "2026-11", "2026-12"))
                .body("history.to", hasItems("PUBLICITY", "APPROVED", "CLEARING", "ENTITLED"));
        assertBalances(line, "0.00", "9000.00", "0.00", "0.00", "0.00");

        build(scheme).then().statusCode(409).body("code", equalTo("PERIOD_NOT_DUE"));
        clock.set(Instant.parse("2026-10-12T02:00:00Z"));
        String batch = buildAtOnce(scheme, 4);
        as("finance2", "subsidy-finance")
                .get(ROOT + "/disbursement-batches/" + batch)
                .then()
                .statusCode(200)
                .body("paymentCount", equalTo(2))
                .body("total.amount", equalTo("3000.00"));
        build(scheme).then().statusCode(409).body("code", equalTo("NOTHING_DUE"));
        step("finance1", batch, "send").then().statusCode(409).body("allowed", contains("LOCKED"));
        step("finance1", batch, "lock").then().statusCode(200);
        step("finance1", batch, "approve").then().statusCode(409).body("code", equalTo("BATCH_SECOND_OFFICER_NEEDED"));
        step("finance2", batch, "approve").then().statusCode(200).body("status", equalTo("FUNDS_RESERVED"));
        assertBalances(line, "0.00", "6000.00", "3000.00", "0.00", "0.00");
        step("finance1", batch, "send").then().statusCode(200).body("status", equalTo("SENT"));

        Response file = as("finance1", "subsidy-finance").get(ROOT + "/disbursement-batches/" + batch + "/bank-file");
        assertThat(file.statusCode()).isEqualTo(200);
        byte[] bytes = file.asByteArray();
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(file.header("Repr-Digest")).isEqualTo("sha-256=:" + digest + ":");
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        String csv = new String(bytes, StandardCharsets.UTF_8);
        assertThat(csv).contains("6222020602000000017,102191000011,1500.00,CNY").endsWith("3000.00,CNY,2\r\n");
        List<String> numbers = csv.lines()
                .filter(row -> row.startsWith("QP-"))
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();

        String returns = "paymentNumber,amount,result,reasonCode,settledOn\n"
                + numbers.get(0) + ",1500.00,SETTLED,,2026-10-12\n"
                + "QP-2026-999999,1500.00,SETTLED,,2026-10-12\n"
                + numbers.get(1) + ",1400.00,SETTLED,,2026-10-12\n"
                + "what is this\n";
        take(batch, returns)
                .then()
                .statusCode(200)
                .body("applied", equalTo(1))
                .body("forHuman", equalTo(3))
                .body("batchStatus", equalTo("PARTIALLY_SETTLED"));
        take(batch, returns).then().statusCode(200).body("applied", equalTo(1));
        String second = "paymentNumber,amount,result,reasonCode,settledOn\n"
                + numbers.get(0) + ",1500.00,SETTLED,,2026-10-12\n"
                + numbers.get(1) + ",1500.00,RETURNED,ACCOUNT_CLOSED,\n"
                + numbers.get(0) + ",1500.00,RETURNED,ACCOUNT_CLOSED,\n";
        take(batch, second)
                .then()
                .statusCode(200)
                .body("applied", equalTo(1))
                .body("repeated", equalTo(1))
                .body("forHuman", equalTo(1))
                .body("batchStatus", equalTo("RECONCILED"));
        assertBalances(line, "0.00", "6000.00", "0.00", "1500.00", "1500.00");
        as("finance1", "subsidy-finance")
                .get(ROOT + "/disbursement-batches/" + batch + "/returns/lines?outcome=CONTRADICTORY")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2));

        List<String> payments = as("auditor", "auditor")
                .queryParam("batchId", batch)
                .get(ROOT + "/payments")
                .then()
                .statusCode(200)
                .body("items.status", contains("SETTLED", "RETURNED"))
                .extract()
                .path("items.id");
        assertTrail(payments.get(0));
        assertNoSecondPayout(payments.get(0));
        payReturnedAgain(line, scheme, liAccount, lis);
        try (EventCatcher events = EventCatcher.of("subsidy.payment.v1")) {
            CaughtEvent settled = events.await("subsidy.payment.settled", payments.get(0));
            assertThat(settled.data().path("amountFen").asLong()).isEqualTo(150_000);
            assertThat(events.await("subsidy.payment.returned", payments.get(1)).text("reasonCode"))
                    .isEqualTo("ACCOUNT_CLOSED");
        }
        EventContract.assertOutboxMatches(
                "subsidy.application.submitted",
                "subsidy.application.accepted",
                "subsidy.application.review-passed",
                "subsidy.application.publicised",
                "subsidy.application.approved",
                "subsidy.application.clearing",
                "subsidy.application.entitled",
                "subsidy.payment.sent",
                "subsidy.payment.settled",
                "subsidy.payment.returned",
                "benefit.claimed");
    }

    /** Several officers press the button together: one batch comes of it, and no payment is in two. */
    private static String buildAtOnce(String scheme, int officers) {
        List<CompletableFuture<Response>> requests = IntStream.range(0, officers)
                .mapToObj(officer -> CompletableFuture.supplyAsync(() -> build(scheme)))
                .toList();
        List<Response> answers = requests.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .contains(409);
        return answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .path("id");
    }

    /** Whatever the code above might do, the database takes no second payout of a month. */
    private void assertNoSecondPayout(String payment) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery(
                                        "insert into payment (id, number, batch_id, instalment_id,"
                                                + " application_id, talent_id, scheme_code, period, amount_fen, status, version,"
                                                + " created_at, updated_at) select uuidv7(), number || 'x', batch_id, instalment_id,"
                                                + " application_id, talent_id, scheme_code, period, amount_fen, 'READY', 0,"
                                                + " created_at, updated_at from payment where id = cast(:id as uuid)")
                                .setParameter("id", payment)
                                .executeUpdate()))
                .hasStackTraceContaining("payment_one_");
    }

    private static void payReturnedAgain(String line, String scheme, String account, String application) {
        build(scheme).then().statusCode(409).body("code", equalTo("NOTHING_DUE"));
        talent(account)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("""
                        {"payee": {"accountName": "样例", "accountNumber": "6222020602000000033",
                         "bankCode": "102191000011"}}
                        """)
                .post(ROOT + "/me/applications/" + application + "/correct-payee")
                .then()
                .statusCode(200)
                .body("payee.accountNumber", equalTo("****0033"));
        String batch = build(scheme)
                .then()
                .statusCode(201)
                .body("paymentCount", equalTo(1))
                .extract()
                .path("id");
        step("finance1", batch, "lock").then().statusCode(200);
        step("finance2", batch, "approve").then().statusCode(200);
        assertBalances(line, "0.00", "6000.00", "1500.00", "1500.00", "0.00");
        step("finance2", batch, "send").then().statusCode(200);
        String csv = as("finance1", "subsidy-finance")
                .get(ROOT + "/disbursement-batches/" + batch + "/bank-file")
                .asString();
        assertThat(csv).contains("6222020602000000033");
        String number = csv.lines().skip(1).findFirst().orElseThrow().split(",", 2)[0];
        take(batch, "paymentNumber,amount,result,reasonCode,settledOn\n" + number + ",1500.00,SETTLED,,2026-10-13\n")
                .then()
                .statusCode(200)
                .body("batchStatus", equalTo("RECONCILED"));
        assertBalances(line, "0.00", "6000.00", "0.00", "3000.00", "0.00");
    }

    @Test
    void whoHoldsAnExcludedBenefitIsRefusedAndReadsWhy() {
        String scheme = schemeInForce(openBudget("9000.00"), "RENT_SUBSIDY");
        UUID wang = UUID.randomUUID();
        String account = unique("wang");
        know(talentService, account, wang, 1, "150105");
        String application = published(account, scheme);

        clock.set(Instant.parse("2026-09-08T16:00:00Z"));
        answerClaim(wang, "benefit.refused", 2);

        awaitStatus(account, application, "REJECTED");
        talent(account)
                .get(ROOT + "/me/applications/" + application)
                .then()
                .body("reason", equalTo("已享有人才公寓，与本补贴不可同时享有"))
                .body("instalments.size()", equalTo(0));
        EventContract.assertOutboxMatches("subsidy.application.rejected");
    }

    @Test
    void clearedWithoutMoneyWaitsUntilTheLineHasIt() {
        String line = openBudget("4499.99");
        String scheme = schemeInForce(line, null);
        String account = unique("wang");
        know(talentService, account, UUID.randomUUID(), 1, "150105");
        String application = published(account, scheme);

        clock.set(Instant.parse("2026-09-08T16:00:00Z"));
        awaitStatus(account, application, "CLEARING");
        finance("finance1")
                .contentType(ContentType.JSON)
                .body("{\"amount\": {\"amount\": \"0.01\", \"currency\": \"CNY\"}, \"decision\": \"样例\"}")
                .post(ROOT + "/budget-lines/" + line + "/appropriations")
                .then()
                .statusCode(201);

        awaitStatus(account, application, "ENTITLED");
        assertBalances(line, "0.00", "4500.00", "0.00", "0.00", "0.00");
    }

    /** Answers as the register does, perhaps more often than once. */
    private void answerClaim(UUID talentId, String type, int times) {
        try (EventCatcher events = EventCatcher.of("subsidy.benefit.v1")) {
            CaughtEvent claim = events.await("benefit.claimed", talentId.toString());
            assertThat(claim.text("kind")).isEqualTo("RENT_SUBSIDY");
            for (int time = 0; time < times; time++) {
                talentService.send("talent.benefit.v1", type, talentId.toString(), """
                        {"claimId": "%s", "talentId": "%s", "kind": "RENT_SUBSIDY", "reference": "%s",
                         "reasonCode": "EXCLUDED", "heldKind": "TALENT_APARTMENT"}
                        """.formatted(
                                claim.text("claimId"), talentId, claim.text("reference")));
            }
        }
    }

    private static Response build(String scheme) {
        return finance("finance1")
                .contentType(ContentType.JSON)
                .body("{\"schemeCode\": \"%s\", \"period\": \"2026-10\"}".formatted(scheme))
                .post(ROOT + "/disbursement-batches");
    }

    private static Response step(String officer, String batch, String step) {
        return finance(officer).post(ROOT + "/disbursement-batches/" + batch + "/" + step);
    }

    private static Response take(String batch, String csv) {
        return finance("finance1")
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(ROOT + "/disbursement-batches/" + batch + "/returns");
    }

    private static void assertBalances(
            String line, String appropriated, String committed, String reserved, String paid, String returned) {
        as("auditor", "auditor")
                .get(ROOT + "/budget-lines/" + line + "/statement")
                .then()
                .statusCode(200)
                .body("balances.appropriated.amount", equalTo(appropriated))
                .body("balances.committed.amount", equalTo(committed))
                .body("balances.reserved.amount", equalTo(reserved))
                .body("balances.paid.amount", equalTo(paid))
                .body("balances.returned.amount", equalTo(returned))
                .body("balanced", equalTo(true));
    }

    private static void assertTrail(String payment) {
        as("auditor", "auditor")
                .get(ROOT + "/payments/" + payment + "/trail")
                .then()
                .statusCode(200)
                .body("steps[0].step", equalTo("BUDGET_APPROPRIATE"))
                .body("steps[0].by", equalTo("finance1"))
                .body(
                        "steps.step",
                        hasItems(
                                "SCHEME_PUT_IN_FORCE",
                                "APPLICATION_SUBMITTED",
                                "DECISION_REVIEW",
                                "DECISION_APPROVAL",
                                "PUBLISHED",
                                "APPLICATION_ENTITLED",
                                "BUDGET_COMMIT",
                                "BATCH_DRAFT",
                                "BATCH_APPROVED",
                                "BUDGET_RESERVE",
                                "BATCH_SENT",
                                "PAYMENT_SETTLED",
                                "BANK_LINE_APPLIED",
                                "BUDGET_SETTLE"))
                .body("steps.find { it.step == 'DECISION_APPROVAL' }.by", equalTo("approver"))
                .body("steps.find { it.step == 'PUBLISHED' }.detail", startsWith("sha-256 "));
    }
}
