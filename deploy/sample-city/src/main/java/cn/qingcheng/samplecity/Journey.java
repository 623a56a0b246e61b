package cn.qingcheng.samplecity;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The steps of one graduate's journey, each as the person takes it, through the gateway. {@link JourneyPlay}
 * plays them in a row; the journey test asserts what each of them shows.
 */
public final class Journey {

    public static final String RENT_SUBSIDY = "rent-subsidy";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PUBLICITY = Duration.ofDays(15);
    private static final String EMPLOYER = Employers.code(0);
    private static final byte[] LEASE_SCAN =
            "%PDF-1.4\n% a sample lease contract\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final CityClient city;
    private final JsonNode people;
    private final Consumer<Duration> advanceClock;

    /**
     * Prepares the journey's people.
     *
     * @param folder where the files lie that the city was loaded from
     * @param advanceClock moves the city's clock forward
     */
    public Journey(CityClient city, Path folder, Consumer<Duration> advanceClock) {
        this.city = city;
        this.advanceClock = advanceClock;
        try {
            this.people =
                    new ObjectMapper().readTree(folder.resolve("people.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a file, streamed. */
    public static BodyPublisher body(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the city's clock forward. */
    public void wait(Duration cityTime) {
        advanceClock.accept(cityTime);
    }

    /** Asks until the answer is as hoped, at most a minute. */
    public JsonNode eventually(String account, String path, Predicate<JsonNode> hoped) {
        return await(account + " sees it at " + path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> city.get(account, path).body(), hoped);
    }

    public JsonNode person(String graduate) {
        for (JsonNode person : people) {
            if (person.path("account").asText().equals(graduate)) {
                return person;
            }
        }
        throw new IllegalArgumentException(graduate + " is not one of the journey's people");
    }

    public Answer claim(String graduate) {
        JsonNode person = person(graduate);
        return city.post(
                graduate,
                "/talent/v1/me/claim",
                Map.of(
                        "idNumber", person.path("idNumber").asText(),
                        "name", person.path("name").asText(),
                        "certificateNumber", person.path("certificateNumber").asText()));
    }

    public Answer declareEmployment(String graduate) {
        return city.post(
                "employer-" + EMPLOYER,
                "/talent/v1/employments",
                Map.of(
                        "unifiedSocialCreditCode", EMPLOYER,
                        "idNumber", person(graduate).path("idNumber").asText(),
                        "regionCode", "150105",
                        "post", "软件工程师",
                        "startedOn", "2026-07-15",
                        "socialInsuranceMonth", "2026-08"));
    }

    /** Fills in, adds the evidence and submits. */
    public JsonNode applyForRentSubsidy(String graduate) {
        JsonNode draft = city.post(
                        graduate,
                        "/subsidy/v1/me/applications",
                        Map.of(
                                "schemeCode",
                                RENT_SUBSIDY,
                                "payee",
                                Map.of(
                                        "accountName",
                                        person(graduate).path("name").asText(),
                                        "accountNumber",
                                        "6222020602"
                                                + "%09d".formatted(Math.floorMod(graduate.hashCode(), 1_000_000_000)),
                                        "bankCode",
                                        "102191000011")))
                .expect(201);
        String application = "/subsidy/v1/me/applications/" + draft.path("id").asText();
        city.put(graduate, application + "/evidence/LEASE_CONTRACT", "application/pdf", LEASE_SCAN)
                .expect(200, 201);
        return city.post(graduate, application + "/submit", null).expect(200);
    }

    /** A reviewer takes it up and passes it; an approver, another person, approves it, which opens publicity. */
    public JsonNode decide(String applicationId) {
        String application = "/subsidy/v1/applications/" + applicationId;
        city.post("reviewer", application + "/accept", null).expect(200);
        city.post("reviewer", application + "/start-review", null).expect(200);
        city.post("reviewer", application + "/pass-review", Map.of("reason", "材料齐全"))
                .expect(200);
        return city.post("approver", application + "/approve", Map.of("reason", "符合条件"))
                .expect(200);
    }

    /** Lets the publicity's working days pass and waits for the register's answer. */
    public JsonNode awaitEntitlement(String graduate, String applicationId) {
        return eventually(
                graduate,
                "/subsidy/v1/me/applications/" + applicationId,
                application -> application.path("status").asText().equals("ENTITLED"));
    }

    public void letPublicityPass() {
        wait(PUBLICITY);
    }

    /** One finance officer builds and locks the month's batch, another approves it; then the bank file is written. */
    public JsonNode payMonth(String period) {
        JsonNode draft = city.post(
                        "finance1",
                        "/subsidy/v1/disbursement-batches",
                        Map.of("schemeCode", RENT_SUBSIDY, "period", period))
                .expect(201);
        String batch = "/subsidy/v1/disbursement-batches/" + draft.path("id").asText();
        city.post("finance1", batch + "/lock", null).expect(200);
        city.post("finance2", batch + "/approve", null).expect(200);
        return city.post("finance1", batch + "/send", null).expect(200);
    }

    public Answer bankFile(String batchId) {
        return city.get("finance1", "/subsidy/v1/disbursement-batches/" + batchId + "/bank-file");
    }

    public JsonNode payments(String batchId) {
        return city.get("finance1", "/subsidy/v1/payments?batchId=" + batchId)
                .expect(200)
                .path("items");
    }

    /** A return file of the bank: the lines of one application settled, all others returned for a closed account. */
    public static String bankAnswer(JsonNode payments, String settledApplication, LocalDate day) {
        StringBuilder csv = new StringBuilder("paymentNumber,amount,result,reasonCode,settledOn\n");
        for (JsonNode payment : payments) {
            boolean settled = payment.path("applicationId").asText().equals(settledApplication);
            csv.append(payment.path("number").asText())
                    .append(',')
                    .append(payment.at("/amount/amount").asText())
                    .append(settled ? ",SETTLED,," : ",RETURNED,ACCOUNT_CLOSED,")
                    .append(day)
                    .append('\n');
        }
        return csv.toString();
    }

    /** Hands the bank's return file in. */
    public JsonNode bankReturns(String batchId, String csv) {
        return city.post(
                        "finance1",
                        "/subsidy/v1/disbursement-batches/" + batchId + "/returns",
                        "text/csv",
                        BodyPublishers.ofString(csv))
                .expect(200, 201);
    }

    /** Gives the round, open: master's graduates before bachelor's, over the first four free flats */
    public JsonNode openRound(String code, List<String> unitIds) {
        JsonNode round = city.post(
                        "housing1",
                        "/housing/v1/rounds",
                        Map.of(
                                "code",
                                code,
                                "name",
                                "样例摇号 Sample draw",
                                "unitIds",
                                unitIds,
                                "tiers",
                                List.of(
                                        Map.of("name", "硕士及以上", "educationLevels", List.of("11", "14")),
                                        Map.of("name", "本科及专科", "educationLevels", List.of("21", "31"))),
                                "entropySource",
                                "公证摇珠：六个号码，按出球顺序",
                                "publicityWorkdays",
                                3,
                                "offerWorkdays",
                                5))
                .expect(201);
        String id = round.path("id").asText();
        return city.post("housing1", "/housing/v1/rounds/" + id + "/open", null).expect(200);
    }

    public List<String> freeUnits(int count) {
        List<String> ids = new ArrayList<>();
        city.get(null, "/housing/v1/units?status=RELEASED&pageSize=" + count)
                .expect(200)
                .path("items")
                .forEach(unit -> ids.add(unit.path("id").asText()));
        return ids;
    }

    public JsonNode applyForApartment(String graduate, String roundId, List<String> wishes) {
        JsonNode draft = city.post(
                        graduate,
                        "/housing/v1/me/applications",
                        Map.of("roundId", roundId, "household", Map.of("members", List.of()), "wishes", wishes))
                .expect(201);
        return city.post(
                        graduate,
                        "/housing/v1/me/applications/" + draft.path("id").asText() + "/submit",
                        null)
                .expect(200);
    }

    /** Closes the round, freezes its list, lets publicity pass, enters the drawn balls by two officers, draws. */
    public JsonNode drawRound(String roundId, String entropy) {
        String round = "/housing/v1/rounds/" + roundId;
        city.post("housing1", round + "/close", null).expect(200);
        city.post("housing1", round + "/commit-list", null).expect(200);
        wait(PUBLICITY);
        city.post("housing1", round + "/entropy", Map.of("entropy", entropy)).expect(200);
        city.post("housing2", round + "/entropy", Map.of("entropy", entropy)).expect(200);
        city.post("housing1", round + "/draw", null).expect(200);
        return city.post("housing1", round + "/publish", null).expect(200);
    }

    public JsonNode awaitOffer(String graduate) {
        return eventually(
                graduate, "/housing/v1/me/offers", offers -> !active(offers).isMissingNode());
    }

    public Answer acceptOffer(String graduate) {
        JsonNode offer = active(awaitOffer(graduate));
        return city.post(graduate, "/housing/v1/me/offers/" + offer.path("id").asText() + "/accept", null);
    }

    private static JsonNode active(JsonNode offers) {
        for (JsonNode offer : offers.path("items")) {
            if (offer.path("status").asText().equals("ACTIVE")) {
                return offer;
            }
        }
        return offers.path("none");
    }

    /** She signs the lease the register's answer made, and gets the keys. */
    public JsonNode moveIn(String graduate) {
        JsonNode leases = eventually(
                graduate, "/housing/v1/me/leases", found -> found.path("items").size() > 0);
        String id = leases.at("/items/0/id").asText();
        city.post(graduate, "/housing/v1/me/leases/" + id + "/sign", null).expect(200);
        return city.post(
                        "housing1",
                        "/housing/v1/leases/" + id + "/hand-over",
                        Map.of("waterReading", 12.5, "electricityReading", 340, "gasReading", 5))
                .expect(200);
    }
}
