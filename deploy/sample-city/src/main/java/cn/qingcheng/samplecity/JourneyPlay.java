package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The journey as a play on a running city, once per city and cast, with what happens told line by line. */
public final class JourneyPlay {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final int FLATS = 4;
    private static final int MOST_ON_A_PAGE = 200;
    private static final Duration A_MONTH = Duration.ofDays(31);

    /** Who takes part, and with which flats. */
    public enum Cast {
        /** Graduates 5 to 8, so that the others stay free for whoever walks by hand. */
        OF_THE_PLAY(5, "R2026-PLAY", 4),
        /** Graduates 1 to 4, for a second play on the same city. */
        OF_THE_WALK(1, "R2026-WALK", 8);

        private final int firstGraduate;
        private final String round;
        /** The first flats of the list are left for whoever walks by hand: a flat is in one round at a time. */
        private final int flatsFromTheEnd;

        Cast(int firstGraduate, String round, int flatsFromTheEnd) {
            this.firstGraduate = firstGraduate;
            this.round = round;
            this.flatsFromTheEnd = flatsFromTheEnd;
        }

        private String graduate(int part) {
            return "graduate" + (firstGraduate + part);
        }
    }

    private final Journey journey;
    private final Supplier<Instant> cityTime;
    private final Consumer<String> tell;
    private final Cast cast;
    private final String first;
    private final String second;
    private final String third;
    private final String fourth;

    /**
     * Prepares the play.
     *
     * @param cityTime what time it is in the city
     * @param tell takes one line of the story at a time
     */
    public JourneyPlay(Journey journey, Supplier<Instant> cityTime, Consumer<String> tell, Cast cast) {
        this.journey = journey;
        this.cityTime = cityTime;
        this.tell = tell;
        this.cast = cast;
        this.first = cast.graduate(0);
        this.second = cast.graduate(1);
        this.third = cast.graduate(2);
        this.fourth = cast.graduate(3);
    }

    /** Plays all acts; about a minute. */
    public void play() {
        for (String graduate : List.of(first, second, third, fourth)) {
            journey.claim(graduate).expect(200);
            journey.declareEmployment(graduate).expect(201);
            tell(graduate + " has claimed her record; her employer has declared her employment");
        }
        String settled = subsidy();
        pay(settled);
        apartments();
        JsonNode story = journey.eventually(
                first,
                "/talent/v1/me/timeline?pageSize=200",
                found -> found.toString().contains("housing.offer.withdrawn"));
        tell("the timeline of " + first + ":");
        for (JsonNode step : story.path("items")) {
            tell("  " + step.path("occurredAt").asText() + "  "
                    + step.path("title").asText());
        }
    }

    private String subsidy() {
        for (String graduate : List.of(first, third)) {
            journey.eventually(
                    graduate,
                    "/subsidy/v1/me/eligibility",
                    found -> found.toString().contains("\"YES\""));
        }
        String settled = journey.applyForRentSubsidy(first).path("id").asText();
        String returned = journey.applyForRentSubsidy(third).path("id").asText();
        journey.decide(settled);
        journey.decide(returned);
        tell("two rent subsidies are reviewed, approved and published");
        journey.letPublicityPass();
        journey.awaitEntitlement(first, settled);
        journey.awaitEntitlement(third, returned);
        tell("publicity passed without objection, the benefit register cleared both: twelve instalments each");
        return settled;
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
        List<String> free = journey.freeUnits(MOST_ON_A_PAGE);
        List<String> units =
                free.subList(free.size() - cast.flatsFromTheEnd, free.size() - cast.flatsFromTheEnd + FLATS);
        String round = journey.openRound(cast.round, units).path("id").asText();
        journey.applyForApartment(first, round, units.subList(0, 1));
        journey.applyForApartment(second, round, units.subList(1, 4));
        journey.applyForApartment(fourth, round, units.subList(0, 1));
        journey.drawRound(round, "07,31,18,44,02,26");
        tell("a round of four flats is drawn; its proof: /housing/v1/rounds/" + round + "/proof");
        journey.acceptOffer(second).expect(200);
        journey.moveIn(second);
        tell(second + " has accepted, signed and got the keys the same day");
        journey.acceptOffer(first).expect(200);
        journey.eventually(
                first, "/housing/v1/me/applications", found -> found.toString().contains("REFUSED"));
        journey.awaitOffer(fourth);
        tell(first + " is refused, for she holds a rent subsidy; the flat goes to " + fourth + ", next in line");
    }

    private void tell(String line) {
        tell.accept(line);
    }
}
