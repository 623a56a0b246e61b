package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that is not kept, and an effect nobody was told of, are seen. */
class AnswersAreKeptTest {
    private static final String ID = "0199a000-0000-7000-8000-0000000000";
    private static final String APPLICATIONS = "/subsidy/v1/me/applications";
    private static final String BATCHES = "/subsidy/v1/disbursement-batches";

    private final AnswersAreKept invariant = new AnswersAreKept();
    private final List<String> operations = new ArrayList<>();

    @TempDir
    Path data;

    private TestCity city;

    /** One who applied, and whose answer was lost once; a month's two batches. */
    @BeforeEach
    void aCityWithTraffic() {
        city = TestCity.withoutEvents(data);
        // Ids of the fixture are of a day long past, when keys of now were not kept any more.
        answered("k1", "graduate-a", APPLICATIONS, 201, ID + "13", 1);
        keep("subsidy", "account-a", "k1", 201, APPLICATIONS + "/" + ID + "13");
        answered("k2", "finance1", BATCHES, 201, ID + "18", 0);
        keep("subsidy", "account-finance", "k2", 201, BATCHES + "/" + ID + "18");
        answered("k3", "finance1", BATCHES, 201, ID + "19", 0);
        keep("subsidy", "account-finance", "k3", 201, BATCHES + "/" + ID + "19");
        city.change("subsidy", "update disbursement_batch set built_by = 'account-finance', approved_by = 'finance2'");
    }

    private void answered(String key, String account, String path, int status, String created, int lost) {
        operations.add("{\"number\": " + (operations.size() + 1) + ", \"key\": \"" + key + "\", \"account\": \""
                + account
                + "\", \"method\": \"POST\", \"path\": \"" + path + "\", \"status\": " + status + ", \"created\": "
                + (created == null ? "null" : "\"" + created + "\"") + ", \"attempts\": " + (lost + 1) + ", \"lost\": "
                + lost + "}");
        city.write("traffic/operations.ndjson", String.join("\n", operations) + "\n");
    }

    private void keep(String service, String scope, String key, int status, String location) {
        city.change(
                service,
                "insert into idempotency_key (scope, key, fingerprint, status, headers) values ('" + scope + "', '"
                        + key + "', '\\x01', " + status + ", '{\"Location\": \"http://localhost:8080" + location
                        + "\"}')");
    }

    @Test
    void keptAnswersHold() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("3 writes, 3 answered with success, 1 answers lost, 3 keys");
    }

    @Test
    void aMachineIsKnownByItsNameInAnyCase() {
        answered("k4", "employer-1MA", "/talent/v1/employments", 204, null, 0);
        keep("talent", "account-employer", "k4", 204, "");

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void withoutTrafficThereIsNothingToHold() {
        Finding finding =
                invariant.check(TestCity.withoutEvents(data.resolve("empty")).city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("no traffic has written down its operations");
    }

    @Test
    void anAnswerWhoseEffectIsNotThereIsSeen() {
        answered("k4", "graduate-a", "/housing/v1/me/applications", 201, ID + "aa", 0);
        keep("housing", "account-a", "k4", 201, "/housing/v1/me/applications/" + ID + "aa");

        assertThat(found(invariant, city)).containsExactly("housing.application " + ID + "aa");
    }

    @Test
    void aLostAnswerThatHadItsEffectTwiceIsSeen() {
        city.change(
                "subsidy",
                "insert into disbursement_batch select '" + ID
                        + "1f', 'QB-2026-0009', scheme_code, budget_line_code, period,"
                        + " status, payment_count, total_fen, built_by, approved_by, file_digest, version, created_at,"
                        + " updated_at, again_fen from disbursement_batch where id = '" + ID + "19'");

        assertThat(found(invariant, city)).containsExactly("subsidy.disbursement_batch " + ID + "1f");
    }

    @Test
    void aBatchOfBeforeTheTrafficIsNoneOfItsBusiness() {
        city.change(
                "subsidy",
                "insert into disbursement_batch select '" + ID
                        + "0f', 'QB-2026-0009', scheme_code, budget_line_code, period,"
                        + " status, payment_count, total_fen, built_by, approved_by, file_digest, version, created_at,"
                        + " updated_at, again_fen from disbursement_batch where id = '" + ID + "19'");

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void anEffectUnderAKeyWhoseOutcomeNobodyLearntIsSound() {
        operations.remove(2);
        answered("k3", "finance1", BATCHES, 503, null, 4);

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void aKeyThatIsNotKeptIsSeen() {
        recently();
        city.change("subsidy", "delete from idempotency_key where key = 'k4'");

        assertThat(found(invariant, city))
                .containsExactly("operation 4 POST " + APPLICATIONS + " answered 201 has no row for its key");
    }

    @Test
    void aKeyThatNamesSomethingElseIsSeen() {
        recently();
        city.change("subsidy", "update idempotency_key set headers = '{\"Location\": \"/a/b\"}' where key = 'k4'");

        assertThat(found(invariant, city))
                .containsExactly("operation 4 POST " + APPLICATIONS + " answered 201 is kept as 201 /a/b");
    }

    @Test
    void aRefusalThatIsKeptAsDoneIsSeen() {
        recently();
        answered("k5", "finance1", BATCHES + "/" + ID + "18/lock", 409, null, 1);
        keep("subsidy", "account-finance", "k5", 200, "");

        assertThat(found(invariant, city))
                .containsExactly("operation 5 POST " + BATCHES + "/" + ID
                        + "18/lock answered 409 was refused and is kept as 200");
    }

    @Test
    void twoRequestsWithOneEffectAreSeen() {
        answered("k4", "finance1", BATCHES, 201, ID + "19", 0);
        keep("subsidy", "account-finance", "k4", 201, BATCHES + "/" + ID + "19");

        assertThat(found(invariant, city)).containsExactly("subsidy.disbursement_batch " + ID + "19 by 2 operations");
    }

    /** An application of this hour, whose key must still be kept. */
    private void recently() {
        long now = System.currentTimeMillis();
        UUID id = new UUID(now << 16 | 0x7000L, 0x8000_0000_0000_0000L);
        city.change(
                "subsidy",
                "insert into application select '" + id + "', 'QS-2026-000002', account_id, '" + ID + "02', scheme_id,"
                        + " scheme_code, scheme_version_id, period, 'DRAFT', payee_bank_code, payee_cipher, payee_account_tail,"
                        + " monthly_amount_fen, submitted_at, null, null, null, version, created_at, updated_at from application");
        answered("k4", "graduate-a", APPLICATIONS, 201, id.toString(), 0);
        keep("subsidy", "account-a", "k4", 201, APPLICATIONS + "/" + id);
    }
}
