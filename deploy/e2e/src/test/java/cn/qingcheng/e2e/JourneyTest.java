package cn.qingcheng.e2e;

import static cn.qingcheng.samplecity.Journey.RENT_SUBSIDY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.Checker;
import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.Settling;
import cn.qingcheng.samplecity.Accounts;
import cn.qingcheng.samplecity.Answer;
import cn.qingcheng.samplecity.CityClient;
import cn.qingcheng.samplecity.Journey;
import cn.qingcheng.samplecity.JourneyPlay;
import cn.qingcheng.samplecity.Loader;
import cn.qingcheng.stack.Backup;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.Progress;
import cn.qingcheng.stack.Restore;
import cn.qingcheng.stack.Scale;
import cn.qingcheng.stack.ServiceModule;
import cn.qingcheng.stack.Settings;
import cn.qingcheng.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One graduate's journey through the whole city: real processes, real tokens, everything through the gateway. The steps
 * build on each other, so they run in order on one city.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class JourneyTest {

    private static final Path DATA = Path.of("target", "city").toAbsolutePath();
    private static final Path BACKUP = Path.of("target", "backup").toAbsolutePath();
    private static final Path FILES = DATA.resolve("sample-city");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final String FIRST = "graduate1";
    private static final String SECOND = "graduate2";
    private static final String THIRD = "graduate3";
    private static final String FOURTH = "graduate4";
    private static final List<String> PEOPLE = List.of(FIRST, SECOND, THIRD, FOURTH);
    private static final Duration A_MONTH = Duration.ofDays(31);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String PERIOD = "2026-10";

    private Stack stack;
    private CityClient city;
    private Journey journey;

    private String firstApplication;
    private String thirdApplication;
    private String batchId;
    private String settledPayment;
    private String returnedPayment;
    private String roundId;
    private List<String> units;

    @BeforeAll
    void startTheCity() {
        Scale twoOfHousing = new Scale(Map.of(ServiceModule.HOUSING, 2));
        stack = Stack.start(Layout.find(), Settings.forTest(DATA).withScale(twoOfHousing), Progress.silent());
        city = new CityClient(
                URI.create(stack.gatewayUrl()), Accounts.read(DATA.resolve("accounts.json")), Clock.systemUTC());
        load();
        journey = new Journey(city, FILES, duration -> stack.clock().advance(duration));
    }

    @AfterAll
    void stopTheCity() {
        if (stack != null) {
            stack.close();
            assertThat(stack.processes())
                    .as("what is left when the city is stopped")
                    .isEmpty();
        }
    }

    private void load() {
        Loader.load(city, FILES, cn.qingcheng.samplecity.Scale.CITY, 1, TODAY, line -> {});
    }

    @Test
    @Order(1)
    void aUniversityReadsWhatBecameOfEveryRow() {
        JsonNode again = city.post(
                        "university-90001",
                        "/talent/v1/sync/batches",
                        "application/x-ndjson",
                        Journey.body(FILES.resolve("graduates.ndjson")))
                .expect(201);
        JsonNode batch = city.get(
                        "university-90001",
                        "/talent/v1/sync/batches/" + again.path("id").asText())
                .expect(200);

        assertThat(batch.path("status").asText()).isEqualTo("FINISHED");
        assertThat(batch.path("counts").path("UNCHANGED").asInt()).isEqualTo(1_980);
        assertThat(batch.path("counts").path("REJECTED").asInt()).isEqualTo(20);

        JsonNode rejected = city.get(
                        "university-90001",
                        "/talent/v1/sync/batches/" + again.path("id").asText()
                                + "/results?outcome=REJECTED&pageSize=50")
                .expect(200)
                .path("items");
        assertThat(rejected).hasSize(20);
        assertThat(rejected).allSatisfy(row -> assertThat(row.path("errors")).isNotEmpty());
        Set<String> codes = new HashSet<>();
        rejected.forEach(row ->
                row.path("errors").forEach(error -> codes.add(error.path("code").asText())));
        assertThat(codes)
                .contains(
                        "ID_NUMBER_CHECK_DIGIT",
                        "UNKNOWN_REGION",
                        "DATE_IN_FUTURE",
                        "REQUIRED",
                        "DUPLICATE_EXTERNAL_ID",
                        "LEVEL_NOT_GRADUATED");
        JsonNode threeErrors = rejected.get(19);
        assertThat(threeErrors.path("errors")).hasSize(3);
        assertThat(city.get(
                                "university-90002",
                                "/talent/v1/sync/batches/" + again.path("id").asText())
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void graduatesClaimTheirRecords() {
        assertThat(city.get(FIRST, "/talent/v1/me").status()).isEqualTo(404);
        Answer wrong = city.post(
                FIRST,
                "/talent/v1/me/claim",
                Map.of(
                        "idNumber", journey.person(FIRST).path("idNumber").asText(),
                        "name", "某某",
                        "certificateNumber", "900010000000"));
        assertThat(wrong.expect(422).path("code").asText()).isEqualTo("CLAIM_NOT_MATCHED");
        for (String graduate : PEOPLE) {
            journey.claim(graduate).expect(200);
        }
        JsonNode me = city.get(FIRST, "/talent/v1/me").expect(200);

        assertThat(me.toString())
                .contains("\"14\"")
                .doesNotContain(journey.person(FIRST).path("idNumber").asText());
    }

    @Test
    @Order(3)
    void anEmployerDeclaresTheirEmployment() {
        for (String graduate : PEOPLE) {
            journey.declareEmployment(graduate).expect(201);
        }
    }

    @Test
    @Order(4)
    void sheReadsWhatSheCanGetAndWhyNot() {
        JsonNode schemes = journey.eventually(
                FIRST, "/subsidy/v1/me/eligibility", found -> "YES".equals(verdict(found, RENT_SUBSIDY)));

        assertThat(verdict(schemes, "living-allowance")).isEqualTo("NO");
        assertThat(verdict(schemes, "first-job-allowance")).isEqualTo("NO");
        JsonNode rules = scheme(schemes, "first-job-allowance").path("rules");
        assertThat(rules).hasSize(3);
        assertThat(rules).anySatisfy(rule -> {
            assertThat(rule.path("outcome").asText()).isEqualTo("FAIL");
            assertThat(rule.path("text").asText()).isEqualTo("Six months with the same employer");
        });
    }

    @Test
    @Order(5)
    void sheAppliesIsReviewedApprovedPublishedAndEntitled() {
        journey.eventually(THIRD, "/subsidy/v1/me/eligibility", found -> "YES".equals(verdict(found, RENT_SUBSIDY)));
        firstApplication = journey.applyForRentSubsidy(FIRST).path("id").asText();
        thirdApplication = journey.applyForRentSubsidy(THIRD).path("id").asText();
        assertThat(city.get(THIRD, "/subsidy/v1/me/applications/" + firstApplication)
                        .status())
                .isEqualTo(404);

        assertThat(journey.decide(firstApplication).path("status").asText()).isEqualTo("PUBLICITY");
        journey.decide(thirdApplication);
        assertThat(city.get(null, "/subsidy/v1/publicity").expect(200).path("items"))
                .isNotEmpty();
        journey.letPublicityPass();

        JsonNode entitled = journey.awaitEntitlement(FIRST, firstApplication);
        journey.awaitEntitlement(THIRD, thirdApplication);
        assertThat(entitled.path("instalments")).hasSize(12);
    }

    @Test
    @Order(6)
    void financePaysAndTheBankSettlesOneLineAndReturnsAnother() {
        journey.wait(Duration.ofDays(30));
        JsonNode sent = journey.payMonth(PERIOD);
        batchId = sent.path("id").asText();
        assertThat(sent.path("status").asText()).isEqualTo("SENT");
        JsonNode payments = journey.payments(batchId);
        assertThat(payments).hasSize(2);
        String bankFile = journey.bankFile(batchId).text();
        for (JsonNode payment : payments) {
            assertThat(bankFile).contains(payment.path("number").asText());
            if (payment.path("applicationId").asText().equals(firstApplication)) {
                settledPayment = payment.path("id").asText();
            } else {
                returnedPayment = payment.path("id").asText();
            }
        }
        String answer = Journey.bankAnswer(payments, firstApplication, cityDay());
        journey.bankReturns(batchId, answer);
        JsonNode before = statement();
        journey.bankReturns(batchId, answer);

        assertThat(statement()).as("the same return file again changes nothing").isEqualTo(before);
        assertThat(city.get("finance1", "/subsidy/v1/payments/" + settledPayment)
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("SETTLED");
        assertThat(city.get("finance1", "/subsidy/v1/payments/" + returnedPayment)
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("RETURNED");
    }

    @Test
    @Order(7)
    void aSecondGraduateDrawsAFlatAndMovesInTheSameDay() {
        units = journey.freeUnits(4);
        roundId = journey.openRound("R2026-01", units).path("id").asText();
        journey.applyForApartment(FIRST, roundId, List.of(units.get(0)));
        journey.applyForApartment(SECOND, roundId, List.of(units.get(1), units.get(2), units.get(3)));
        journey.applyForApartment(FOURTH, roundId, List.of(units.get(0)));
        journey.drawRound(roundId, "07,31,18,44,02,26");

        JsonNode proof =
                city.get(null, "/housing/v1/rounds/" + roundId + "/proof").expect(200);
        assertThat(proof.toString()).contains("07,31,18,44,02,26");
        journey.acceptOffer(SECOND).expect(200);
        JsonNode lease = journey.moveIn(SECOND);
        assertThat(lease.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(lease.path("unitId").asText()).isEqualTo(units.get(1));
        assertThat(lease.path("movedInTheSameDay").asBoolean()).isTrue();
    }

    @Test
    @Order(8)
    void theFirstIsRefusedASecondHousingBenefitAndTheNextInLineGetsTheFlat() {
        journey.acceptOffer(FIRST).expect(200);

        JsonNode applications = journey.eventually(
                FIRST,
                "/housing/v1/me/applications",
                found -> found.at("/items/0/status").asText().equals("REFUSED"));
        assertThat(applications.at("/items/0/refusal/heldKind").asText()).isEqualTo("RENT_SUBSIDY");
        assertThat(applications.at("/items/0/refusal/detail").asText()).contains("one person, one housing benefit");
        JsonNode offers = journey.awaitOffer(FOURTH);
        assertThat(offers.toString()).contains(units.get(0));
    }

    @Test
    @Order(9)
    void bothReadTheirWholeStoryInOrder() {
        List<String> first =
                timeline(FIRST, "housing.application.refused", "housing.offer.withdrawn", "benefit.refused");
        assertThat(first)
                .containsExactly(
                        "talent.registered",
                        "talent.claimed",
                        "talent.employment.declared",
                        "talent.retention.confirmed",
                        "subsidy.application.submitted",
                        "subsidy.application.accepted",
                        "subsidy.application.review-passed",
                        "subsidy.application.publicised",
                        "subsidy.application.approved",
                        "subsidy.application.clearing",
                        "benefit.cleared",
                        "subsidy.application.entitled",
                        "subsidy.payment.sent",
                        "subsidy.payment.settled",
                        "housing.application.submitted",
                        "housing.application.in-round",
                        "housing.application.drawn",
                        "housing.offer.made",
                        "housing.offer.accepted",
                        "benefit.refused",
                        "housing.application.refused",
                        "housing.offer.withdrawn");
        List<String> second = timeline(SECOND, "housing.lease.handed-over", "housing.offer.accepted");
        assertThat(second)
                .containsSubsequence(
                        "talent.registered",
                        "talent.claimed",
                        "housing.application.submitted",
                        "housing.application.drawn",
                        "housing.offer.made",
                        "housing.offer.accepted",
                        "housing.lease.created",
                        "housing.lease.signed",
                        "housing.lease.handed-over");
    }

    @Test
    @Order(10)
    void theCitysTargetsHaveMoved() {
        journey.eventually(
                "platform-officer",
                "/platform/v1/targets/graduates-retained",
                target -> target.path("actual").asLong() == PEOPLE.size());
        long paid = new BigDecimal(city.get("finance1", "/subsidy/v1/payments/" + settledPayment)
                        .body()
                        .at("/amount/amount")
                        .asText())
                .movePointRight(2)
                .longValueExact();
        assertThat(paid).isPositive();
        JsonNode target = journey.eventually(
                "platform-officer",
                "/platform/v1/targets/rent-subsidy-paid",
                found -> found.path("actual").asLong() > 0);
        assertThat(target.path("actual").asLong()).isEqualTo(paid);

        JsonNode found = city.get(null, "/platform/v1/platforms?q=%E4%B9%B3%E4%B8%9A&pageSize=20")
                .expect(200);
        assertThat(found.path("items")).isNotEmpty();
        JsonNode all = city.get(null, "/platform/v1/platforms?pageSize=1").expect(200);
        assertThat(all.path("total").asInt()).isEqualTo(800);
    }

    @Test
    @Order(11)
    void anAuditorFollowsAPaymentAndAFlat() {
        JsonNode payment = city.get("auditor", "/subsidy/v1/payments/" + settledPayment + "/trail")
                .expect(200);
        assertThat(steps(payment, "step"))
                .containsSubsequence(
                        "BUDGET_APPROPRIATE",
                        "SCHEME_PUT_IN_FORCE",
                        "APPLICATION_SUBMITTED",
                        "APPLICATION_REVIEW_PASSED",
                        "PUBLISHED",
                        "APPLICATION_APPROVED",
                        "BUDGET_COMMIT",
                        "APPLICATION_ENTITLED",
                        "BATCH_APPROVED",
                        "BUDGET_RESERVE",
                        "PAYMENT_SENT",
                        "PAYMENT_SETTLED",
                        "BUDGET_SETTLE");
        JsonNode unit = city.get("auditor", "/housing/v1/units/" + units.get(1) + "/trail")
                .expect(200);
        assertThat(steps(unit, "to"))
                .containsSubsequence("RAISED", "RELEASED", "LIST_COMMITTED", "ACCEPTED", "SIGNED", "HANDED_OVER");
        assertThat(city.get(FIRST, "/housing/v1/units/" + units.get(1) + "/trail")
                        .status())
                .isEqualTo(403);
        JsonNode statement = statement();
        assertThat(statement.path("balanced").asBoolean()).isTrue();
        assertThat(statement.path("debits")).isEqualTo(statement.path("credits"));
        assertThat(statement.at("/balances/paid/amount").asText())
                .isEqualTo(payment.at("/payment/amount/amount").asText());
    }

    @Test
    @Order(12)
    void gatewayAndServiceSeeOneAddressHoweverItIsSpelled() {
        BothDoors doors = new BothDoors(stack);

        assertThat(doors.faults("talent-service", "/talent/v1/talents", "talent-officer", FIRST, "auditor"))
                .isEmpty();
        assertThat(doors.faults("subsidy-service", "/subsidy/v1/applications", "auditor", FIRST))
                .isEmpty();
        assertThat(doors.faults("housing-service", "/housing/v1/leases", "auditor", FIRST))
                .isEmpty();
        assertThat(doors.faults("platform-service", "/platform/v1/targets", "auditor", FIRST))
                .isEmpty();
    }

    @Test
    @Order(13)
    void aBackupIsTakenWhileTheCityRuns() {
        destroy(BACKUP);

        Backup.take(stack, BACKUP);

        assertThat(BACKUP.resolve("manifest.json")).exists();
        assertThat(BACKUP.resolve("base/backup_label")).exists();
    }

    @Test
    @Order(14)
    void thePlayTellsTheSameStoryOfFourOthers() {
        List<String> told = new ArrayList<>();

        new JourneyPlay(journey, () -> stack.clock().now(), told::add, JourneyPlay.Cast.OF_THE_PLAY).play();

        assertThat(told)
                .anyMatch(line -> line.contains("got the keys"))
                .anyMatch(line -> line.contains("the flat goes to graduate8"))
                .anyMatch(line -> line.contains("bank settled one payment"));
    }

    @Test
    @Order(15)
    void theDestroyedCityIsRestoredToAMomentAndGoesOn() {
        journey.wait(A_MONTH);
        List<String> story = new ArrayList<>(timeline(FIRST, "housing.offer.withdrawn"));
        stack.part("talent-service-1").stop();
        String batch = journey.payMonth(month()).path("id").asText();
        journey.bankReturns(batch, Journey.bankAnswer(journey.payments(batch), firstApplication, cityDay()));
        JsonNode before = statement();
        String proof = proof();
        Instant moment = Clock.systemUTC().instant();
        stack.part("talent-service-1").start();
        journey.wait(A_MONTH);
        Set<String> lostNumbers = numbers(journey.payMonth(month()));
        journey.eventually(
                FIRST,
                "/talent/v1/me/timeline?pageSize=200",
                found -> types(found).size() > story.size() + 2);
        stack.close();
        destroy(DATA);

        Restore.run(Layout.find(), stack.settings().data(), BACKUP, moment, Progress.silent());
        stack = Stack.start(Layout.find(), stack.settings().again(), Progress.silent());
        load();

        Settling.await(CityUnderCheck.of(stack), A_MINUTE);
        assertThat(Checker.check(CityUnderCheck.of(stack))).isEmpty();
        assertThat(statement()).isEqualTo(before);
        story.addAll(List.of("subsidy.payment.sent", "subsidy.payment.settled"));
        assertThat(timeline(FIRST, "housing.offer.withdrawn"))
                .as("what was on its way at that moment has arrived, and nothing that came later")
                .isEqualTo(story);
        assertThat(proof()).isEqualTo(proof);
        assertThat(journey.bankFile(batchId).status()).isEqualTo(200);
        assertThat(city.get("housing1", "/housing/v1/release-batches")
                        .expect(200)
                        .path("items"))
                .as("the second load doubles nothing")
                .hasSize(1);
        journey.wait(A_MONTH);
        assertThat(numbers(journey.payMonth(month())))
                .as("a number the bank has seen is not given to another payment")
                .hasSameSizeAs(lostNumbers)
                .doesNotContainAnyElementsOf(lostNumbers);
    }

    private String month() {
        return cityDay().toString().substring(0, 7);
    }

    private String proof() {
        return city.get(null, "/housing/v1/rounds/" + roundId + "/proof").text();
    }

    private static void destroy(Path folder) {
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> numbers(JsonNode batch) {
        return Set.copyOf(texts(journey.payments(batch.path("id").asText()), "number"));
    }

    private LocalDate cityDay() {
        return LocalDate.ofInstant(stack.clock().now(), ZoneId.of("Asia/Shanghai"));
    }

    private JsonNode statement() {
        return city.get("finance1", "/subsidy/v1/budget-lines/talent-housing-2026/statement")
                .expect(200);
    }

    private List<String> timeline(String graduate, String... awaited) {
        JsonNode story = journey.eventually(
                graduate,
                "/talent/v1/me/timeline?pageSize=200",
                found -> types(found).containsAll(List.of(awaited)));
        return types(story);
    }

    private static List<String> types(JsonNode timeline) {
        return texts(timeline.path("items"), "type");
    }

    private static List<String> steps(JsonNode trail, String name) {
        return texts(trail.path("steps"), name);
    }

    private static List<String> texts(JsonNode items, String name) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(name).asText())
                .toList();
    }

    private static JsonNode scheme(JsonNode schemes, String code) {
        JsonNode items = schemes.has("items") ? schemes.path("items") : schemes;
        return StreamSupport.stream(items.spliterator(), false)
                .filter(scheme -> scheme.path("schemeCode").asText().equals(code))
                .findFirst()
                .orElse(schemes.path("none"));
    }

    private static String verdict(JsonNode schemes, String code) {
        return scheme(schemes, code).path("eligible").asText();
    }
}
