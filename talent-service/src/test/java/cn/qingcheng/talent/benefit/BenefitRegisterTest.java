package cn.qingcheng.talent.benefit;

import static cn.qingcheng.talent.TalentApi.as;
import static cn.qingcheng.talent.TalentApi.asOfficer;
import static cn.qingcheng.talent.TalentApi.asTalent;
import static cn.qingcheng.talent.TalentApi.talentId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import cn.qingcheng.kit.testing.CaughtEvent;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventCatcher;
import cn.qingcheng.kit.testing.EventProducer;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.talent.Graduate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class BenefitRegisterTest {

    /** More than one message at a time, whatever the machine has. */
    private static final ExecutorService SENDERS = Executors.newFixedThreadPool(8);

    @Inject
    BenefitService service;

    @AfterAll
    static void stopSenders() {
        SENDERS.shutdown();
    }

    private static BenefitClaimed claim(String talentId, String kind) {
        return new BenefitClaimed(UUID.randomUUID(), UUID.fromString(talentId), kind, "reference of " + kind);
    }

    @Test
    void theFirstHousingBenefitIsClearedAndTheSecondRefused() {
        String talentId = talentId("90001", Graduate.next());
        BenefitClaimed rent = claim(talentId, "RENT_SUBSIDY");
        BenefitClaimed apartment = claim(talentId, "TALENT_APARTMENT");

        try (EventCatcher answers = EventCatcher.of("talent.benefit.v1");
                EventProducer subsidy = EventProducer.of("subsidy-service");
                EventProducer housing = EventProducer.of("housing-service")) {
            subsidy.send("subsidy.benefit.v1", "benefit.claimed", talentId, data(rent));
            assertThat(answerTo(answers, rent).type()).isEqualTo("benefit.cleared");

            housing.send("housing.benefit.v1", "benefit.claimed", talentId, data(apartment));
            CaughtEvent refused = answerTo(answers, apartment);
            assertThat(refused.type()).isEqualTo("benefit.refused");
            assertThat(refused.text("reasonCode")).isEqualTo("EXCLUDED");
            assertThat(refused.text("heldKind")).isEqualTo("RENT_SUBSIDY");
            assertThat(refused.text("reference")).isEqualTo(apartment.reference());

            subsidy.send("subsidy.benefit.v1", "benefit.released", talentId, data(rent));
            BenefitClaimed again = claim(talentId, "TALENT_APARTMENT");
            // Another topic than the release's: wait until it has been heard.
            org.awaitility.Awaitility.await().until(() -> statuses(talentId).contains("RELEASED"));
            housing.send("housing.benefit.v1", "benefit.claimed", talentId, data(again));
            assertThat(answerTo(answers, again).type()).isEqualTo("benefit.cleared");
        }
        asOfficer()
                .get("/talent/v1/talents/" + talentId + "/benefits")
                .then()
                .statusCode(200)
                .body("items.status", containsInAnyOrder("RELEASED", "REFUSED", "HELD"));
    }

    private static Map<String, Object> data(BenefitClaimed claim) {
        return Map.of(
                "claimId", claim.claimId().toString(),
                "talentId", claim.talentId().toString(),
                "kind", claim.kind(),
                "reference", claim.reference(),
                "saidByLaterVersions", true);
    }

    private static CaughtEvent answerTo(EventCatcher answers, BenefitClaimed claim) {
        return answers.await(
                "an answer to " + claim,
                event -> event.text("claimId").equals(claim.claimId().toString()));
    }

    private static List<String> statuses(String talentId) {
        return asOfficer().get("/talent/v1/talents/" + talentId + "/benefits").path("items.status");
    }

    /**
     * Three housing benefits are claimed and some given up; every message comes twice, in any order, from as many
     * threads as there are messages. At no moment are two held, and each claim has one answer that never changes.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noInterleavingOrRepetitionGivesOnePersonTwo(long seed) {
        Random random = new Random(seed);
        String talentId = talentId("90001", Graduate.next());
        List<Runnable> messages = new ArrayList<>();
        for (String kind : List.of("RENT_SUBSIDY", "PURCHASE_SUBSIDY", "TALENT_APARTMENT", "RENT_SUBSIDY")) {
            BenefitClaimed claim = claim(talentId, kind);
            messages.addAll(Collections.nCopies(2, () -> service.claim(claim)));
            if (random.nextBoolean()) {
                messages.addAll(Collections.nCopies(2, () -> service.release(claim)));
            }
        }
        Collections.shuffle(messages, random);

        List<CompletableFuture<Void>> deliveries = messages.stream()
                .map(message -> CompletableFuture.runAsync(message, SENDERS))
                .toList();
        while (!deliveries.stream().allMatch(CompletableFuture::isDone)) {
            assertThat(statuses(talentId)).filteredOn("HELD"::equals).hasSizeLessThanOrEqualTo(1);
        }
        deliveries.forEach(CompletableFuture::join);

        assertThat(statuses(talentId)).filteredOn("HELD"::equals).hasSizeLessThanOrEqualTo(1);
        assertThat(statuses(talentId)).hasSize(4);
    }

    @Test
    void aRepeatedClaimGetsTheSameAnswerAgain() {
        String talentId = talentId("90001", Graduate.next());
        BenefitClaimed claim = claim(talentId, "RENT_SUBSIDY");

        service.claim(claim);
        service.claim(claim);

        try (EventCatcher answers = EventCatcher.of("talent.benefit.v1")) {
            assertThat(answers.awaitAll(
                            2,
                            event ->
                                    event.text("claimId").equals(claim.claimId().toString())))
                    .extracting(CaughtEvent::type)
                    .containsExactly("benefit.cleared", "benefit.cleared");
        }
        assertThat(statuses(talentId)).containsExactly("HELD");
    }

    @Test
    void aReleaseThatOvertakesItsClaimWins() {
        String talentId = talentId("90001", Graduate.next());
        BenefitClaimed claim = claim(talentId, "RENT_SUBSIDY");

        service.release(claim);
        service.claim(claim);

        try (EventCatcher answers = EventCatcher.of("talent.benefit.v1")) {
            assertThat(answerTo(answers, claim).text("reasonCode")).isEqualTo("ALREADY_RELEASED");
        }
        assertThat(statuses(talentId)).containsExactly("RELEASED");
    }

    @Test
    void whatTheRegisterDoesNotKnowIsRefused() {
        BenefitClaimed unknownKind = claim(talentId("90001", Graduate.next()), "FREE_LUNCH");
        BenefitClaimed unknownTalent = claim(UUID.randomUUID().toString(), "RENT_SUBSIDY");

        service.claim(unknownKind);
        service.claim(unknownTalent);

        Map<BenefitClaimed, String> reasons = new HashMap<>();
        try (EventCatcher answers = EventCatcher.of("talent.benefit.v1")) {
            for (BenefitClaimed claim : List.of(unknownKind, unknownTalent)) {
                reasons.put(claim, answerTo(answers, claim).text("reasonCode"));
            }
        }
        assertThat(reasons).containsEntry(unknownKind, "UNKNOWN_KIND").containsEntry(unknownTalent, "UNKNOWN_TALENT");
    }

    @Test
    void officersAndAuditorsReadWhatAPersonHolds() {
        String path = "/talent/v1/talents/" + talentId("90001", Graduate.next()) + "/benefits";

        as(Tokens.of("auditor", "auditor")).get(path).then().statusCode(200);
        asTalent("curious").get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        asOfficer()
                .get("/talent/v1/talents/" + UUID.randomUUID() + "/benefits")
                .then()
                .statusCode(404);
    }
}
