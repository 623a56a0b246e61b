package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The journey as a play on a running city, once per city, with what happens told line by line. Graduates 5 to 8 take part,
 * so that the others stay free for whoever walks by hand.
 */
public final class JourneyPlay {

    private static final String FIRST = "graduate5";
    private static final String SECOND = "graduate6";
    private static final String THIRD = "graduate7";
    private static final String FOURTH = "graduate8";
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final int MOST_ON_A_PAGE = 200;
    private static final Duration A_MONTH = Duration.ofDays(31);

    private final Journey journey;
    private final Supplier<Instant> cityTime;
    private final Consumer<String> tell;

    /**
     * Prepares the play.
     *
     * @param cityTime what time it is in the city
     * @param tell takes one line of the story at a time
     */
    public JourneyPlay(Journey journey, Supplier<Instant> cityTime, Consumer<String> tell) {
        this.journey = journey;
        this.cityTime = cityTime;
        this.tell = tell;
    }

    /** Plays all acts; about a minute. */
    public void play() {
        for (String graduate : List.of(FIRST, SECOND, THIRD, FOURTH)) {
            journey.claim(graduate).expect(200);
            journey.declareEmployment(graduate).expect(201);
            tell(graduate + " has claimed her record; her employer has declared her employment");
        }
        String settled = subsidy();
        pay(settled);
        apartments();
        JsonNode story = journey.eventually(
                FIRST,
                "/talent/v1/me/timeline?pageSize=200",
                found -> found.toString().contains("housing.offer.withdrawn"));
        tell("the timeline of " + FIRST + ":");
        for (JsonNode step : story.path("items")) {
            tell("  " + step.path("occurredAt").asText() + "  "
                    + step.path("title").asText());
        }
    }

    private String subsidy() {
        for (String graduate : List.of(FIRST, THIRD)) {
            journey.eventually(
                    graduate,
                    "/subsidy/v1/me/eligibility",
                    found -> found.toString().contains("\"YES\""));
        }
        String first = journey.applyForRentSubsidy(FIRST).path("id").asText();
        String third = journey.applyForRentSubsidy(THIRD).path("id").asText();
        journey.decide(first);
        journey.decide(third);
        tell("two rent subsidies are reviewed, approved and published");
        journey.letPublicityPass();
        journey.awaitEntitlement(FIRST, first);
        journey.awaitEntitlement(THIRD, third);
        tell("publicity passed without objection, the benefit register cleared both: twelve instalments each");
        return first;
    }

    private void pay(String settledApplication) {
        journey.wait(A_MONTH);
        LocalDate day = LocalDate.ofInstant(cityTime.get(), CITY);
        String batch =
                journey.payMonth(day.toString().substring(0, 7)).path("id").asText();
        tell("finance has built, approved and sent the batch of " + day.getYear() + "-" + day.getMonthValue());
        journey.bankReturns(batch, Journey.bankAnswer(journey.payments(batch), settledApplication, day));
        tell("the bank settled one payment and returned the other: account closed");
    }

    private void apartments() {
        // The first flats of the list are left for whoever walks by hand: a flat is in one round at a time.
        List<String> free = journey.freeUnits(MOST_ON_A_PAGE);
        List<String> units = free.subList(free.size() - 4, free.size());
        String round = journey.openRound("R2026-PLAY", units).path("id").asText();
        journey.applyForApartment(FIRST, round, units.subList(0, 1));
        journey.applyForApartment(SECOND, round, units.subList(1, 4));
        journey.applyForApartment(FOURTH, round, units.subList(0, 1));
        journey.drawRound(round, "07,31,18,44,02,26");
        tell("a round of four flats is drawn; its proof: /housing/v1/rounds/" + round + "/proof");
        journey.acceptOffer(SECOND).expect(200);
        journey.moveIn(SECOND);
        tell(SECOND + " has accepted, signed and got the keys the same day");
        journey.acceptOffer(FIRST).expect(200);
        journey.eventually(
                FIRST, "/housing/v1/me/applications", found -> found.toString().contains("REFUSED"));
        journey.awaitOffer(FOURTH);
        tell(FIRST + " is refused, for she holds a rent subsidy; the flat goes to " + FOURTH + ", next in line");
    }

    private void tell(String line) {
        tell.accept(line);
    }
}
