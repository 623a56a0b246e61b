package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.TestCity.event;
import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a service believes that was never said, or has not heard, is seen. */
class ProjectionsRebuiltTest {
    private static final String ID = "0199a000-0000-7000-8000-0000000000";
    private static final String EVENT = ID + "e1";
    private static final String TIME = "2026-09-05T01:00:00Z";

    private final ProjectionsRebuilt invariant = new ProjectionsRebuilt();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withEvents(data);
    }

    @Test
    void soundProjectionsHold() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted())
                .isEqualTo("3 subsidy.applicant, 3 housing.applicant, 2 measurements, 2 monthly totals,"
                        + " 35 timeline entries, 3 claims in the register");
    }

    @Test
    void anApplicantWithOtherFactsIsSeen() {
        city.change(
                "subsidy", "update applicant set social_insurance_month = '2026-07' where talent_id = '" + ID + "01'");

        assertThat(found(invariant, city)).containsExactly("person " + ID + "01 differs in social_insurance_month");
    }

    @Test
    void anOlderRevisionOfAnApplicantIsSeen() {
        city.change("housing", "update applicant set revision = 1, account_id = null where talent_id = '" + ID + "02'");

        assertThat(found(invariant, city)).containsExactly("person " + ID + "02 differs in account_id, revision");
    }

    @Test
    void anApplicantNobodyHasTalkedOfIsSeen() {
        city.force("housing", "update applicant set talent_id = '" + ID + "ff' where talent_id = '" + ID + "03'");

        assertThat(found(invariant, city))
                .containsExactly("person " + ID + "03 is missing", "person " + ID + "ff has no event");
    }

    @Test
    void oldFactsThatComeLateChangeNothing() {
        city.send(event(
                "talent.facts.v1",
                ID + "01",
                EVENT,
                "talent.facts",
                TIME,
                "{\"talentId\": \"" + ID + "01\", \"revision\": 2}"));

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void aPersonCountedInTheWrongMonthIsSeen() {
        city.change("platform", "update measurement set month = '2026-09' where indicator = 'GRADUATES_RETAINED'");

        assertThat(found(invariant, city))
                .containsExactly("measurement GRADUATES_RETAINED " + ID + "01 differs in month");
    }

    @Test
    void aPaymentThatWasNotCountedIsSeen() {
        city.change("platform", "delete from measurement where indicator = 'RENT_SUBSIDY_PAID'");

        assertThat(found(invariant, city)).containsExactly("measurement RENT_SUBSIDY_PAID " + ID + "1b is missing");
    }

    @Test
    void aTotalThatWasCountedTwiceIsSeen() {
        city.change("platform", "update monthly_total set actual = 300000 where indicator = 'RENT_SUBSIDY_PAID'");

        assertThat(found(invariant, city)).containsExactly("total RENT_SUBSIDY_PAID 2026-10 differs in actual");
    }

    @Test
    void aRetentionToldTwiceCountsInItsEarlierMonth() {
        city.send(event(
                "talent.retention.v1",
                ID + "01",
                EVENT,
                "talent.retention.confirmed",
                TIME,
                "{\"talentId\": \"" + ID + "01\", \"month\": \"2026-07\"}"));

        assertThat(found(invariant, city))
                .contains(
                        "measurement GRADUATES_RETAINED " + ID + "01 differs in month",
                        "total GRADUATES_RETAINED 2026-07 is missing");
    }

    @Test
    void aTimelineEntryThatIsMissingIsSeen() {
        city.change("talent", "delete from timeline_entry where type = 'housing.lease.signed'");

        assertThat(found(invariant, city)).singleElement().asString().matches("entry [0-9a-f-]{36} is missing");
    }

    @Test
    void aTimelineEntryThatSaysSomethingElseIsSeen() {
        city.change(
                "talent",
                "update timeline_entry set data = data || '{\"unitNumber\": \"E9\"}', talent_id = '" + ID
                        + "03' where type = 'housing.lease.signed'");

        assertThat(found(invariant, city)).singleElement().asString().endsWith(" differs in talent_id, data");
    }

    @Test
    void aHappeningNobodyHasWrittenDownIsSeenUnlessItWasGivenUp() {
        ProducerRecord<String, byte[]> happening = event(
                "talent.registry.v1", ID + "03", EVENT, "talent.claimed", TIME, "{\"talentId\": \"" + ID + "03\"}");
        long offset = city.sendAndTell(happening).offset();
        int partition = city.sendAndTell(happening).partition();

        assertThat(found(invariant, city)).containsExactly("entry " + EVENT + " is missing");

        for (long each = offset; each <= offset + 1; each++) {
            ProducerRecord<String, byte[]> letter =
                    new ProducerRecord<>("talent.timeline.dlq", happening.key(), happening.value());
            letter.headers().add("dlq-topic", happening.topic().getBytes(StandardCharsets.UTF_8));
            letter.headers().add("dlq-partition", Integer.toString(partition).getBytes(StandardCharsets.UTF_8));
            letter.headers().add("dlq-offset", Long.toString(each).getBytes(StandardCharsets.UTF_8));
            city.withTopic("talent.timeline.dlq").send(letter);
        }

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void aClaimTheRegisterHasNotHeardIsSeen() {
        city.send(event(
                "housing.benefit.v1",
                ID + "03",
                EVENT,
                "benefit.claimed",
                TIME,
                "{\"claimId\": \"" + ID + "3b\", \"talentId\": \"" + ID
                        + "03\", \"kind\": \"TALENT_APARTMENT\", \"reference\": \"" + ID + "3b\"}"));

        assertThat(found(invariant, city)).containsExactly("claim " + ID + "3b is missing");
    }

    @Test
    void aClaimOfSomebodyElseIsSeen() {
        city.change("talent", "update benefit_claim set talent_id = '" + ID + "03' where id = '" + ID + "3a'");

        assertThat(found(invariant, city)).containsExactly("claim " + ID + "3a differs in talent_id");
    }

    @Test
    void aDecisionThatWasAnsweredOtherwiseIsSeen() {
        city.change(
                "talent",
                "update benefit_claim set status = 'REFUSED', reason_code = 'EXCLUDED', exclusion_group = null where id = '"
                        + ID + "3a'");

        assertThat(found(invariant, city))
                .containsExactly(
                        "claim " + ID + "3a is REFUSED EXCLUDED, answered [HELD]",
                        "claim " + ID + "3a is REFUSED EXCLUDED, its housing application HOUSED");
    }

    @Test
    void aSubsidyGivenAgainstTheRegisterIsSeen() {
        city.change("subsidy", "update application set claim_id = '" + ID + "3c' where id = '" + ID + "13'");

        assertThat(found(invariant, city))
                .containsExactly("claim " + ID + "3c is REFUSED EXCLUDED, its subsidy application ENTITLED");
    }
}
