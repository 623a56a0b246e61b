package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A life that cannot have been is seen. */
class HistoriesFollowStepsTest {
    private static final String ID = "0199a000-0000-7000-8000-0000000000";

    private final HistoriesFollowSteps invariant = new HistoriesFollowSteps();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withoutEvents(data);
    }

    @Test
    void soundHistoriesHold() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("16 things, 74 steps");
    }

    @Test
    void aStepThatIsNotAllowedIsSeen() {
        city.change(
                "subsidy",
                "delete from application_history where to_status = 'REVIEW_PASSED'",
                "update application_history set from_status = 'UNDER_REVIEW' where to_status = 'PUBLICITY'");

        assertThat(found(invariant, city))
                .containsExactly("subsidy application " + ID + "13 may not step from UNDER_REVIEW to PUBLICITY");
    }

    @Test
    void aStepThatIsMissingIsSeen() {
        city.change("subsidy", "delete from batch_history where to_status = 'LOCKED' and batch_id = '" + ID + "18'");

        assertThat(found(invariant, city))
                .containsExactly(
                        "subsidy disbursement_batch " + ID + "18 steps from LOCKED to APPROVED, but was DRAFT");
    }

    @Test
    void aStepTakenTwiceIsSeen() {
        city.change(
                "subsidy",
                "insert into payment_history (payment_id, position, from_status, to_status, changed_by, changed_at)"
                        + " values ('" + ID + "1b', 3, 'SENT', 'SETTLED', 'finance1', now())");

        assertThat(found(invariant, city))
                .containsExactly("subsidy payment " + ID + "1b steps from SENT to SETTLED, but was SETTLED");
    }

    @Test
    void aStateThatNoStepLedToIsSeen() {
        city.change("housing", "update unit set status = 'MAINTENANCE' where id = '" + ID + "33'");

        assertThat(found(invariant, city))
                .containsExactly("housing unit " + ID + "33 is MAINTENANCE, its history ends in LEASED");
    }

    @Test
    void aThingWithoutAHistoryIsSeen() {
        city.change("housing", "delete from state_change where subject_id = '" + ID + "3b'");

        assertThat(found(invariant, city))
                .containsExactly("housing offer " + ID + "3b is ACTIVE, its history ends in null");
    }

    @Test
    void aHistoryWithoutItsThingIsSeen() {
        city.force("housing", "delete from lease");

        assertThat(found(invariant, city)).containsExactly("housing lease " + ID + "3d has a history and no row");
    }

    @Test
    void aLifeThatBeginsInTheMiddleIsSeen() {
        city.change(
                "housing",
                "delete from state_change where subject_id = '" + ID + "36' and to_status = 'DRAFT'",
                "update state_change set from_status = null where subject_id = '" + ID + "36' and to_status = 'OPEN'");

        assertThat(found(invariant, city)).containsExactly("housing round " + ID + "36 may not step from null to OPEN");
    }
}
