package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flat given twice, and a household with two, are seen. */
class OneFlatPerHouseholdTest {
    private static final String ID = "0199a000-0000-7000-8000-0000000000";
    private static final String LEASE = ID + "3d";
    private static final String SECOND_LEASE = ID + "3e";
    private static final String OPEN_OFFER = ID + "3b";
    private static final String WITHDRAWN_OFFER = ID + "3c";

    private final OneFlatPerHousehold invariant = new OneFlatPerHousehold();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withoutEvents(data);
    }

    @Test
    void soundLeasesHold() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("1 leases, 1 open offers, 3 offers ever made");
    }

    /** The unit that is let, let again to another household. */
    private void letAgain(String from, String to) {
        city.without("housing", "lease", "lease_unit_not_twice")
                .without("housing", "lease", "lease_person_not_twice")
                .change(
                        "housing",
                        "insert into lease (id, number, offer_id, application_id, talent_id, unit_id, unit_code, status,"
                                + " starts_on, ends_on, rent_fen, deposit_fen, terms_digest, offer_accepted_at, created_at,"
                                + " updated_at, version) select '" + SECOND_LEASE + "', 'HL-2026-0002', '"
                                + WITHDRAWN_OFFER
                                + "', '" + ID + "39', talent_id, unit_id, unit_code, 'ACTIVE', '" + from + "', '" + to
                                + "', 1, 1, terms_digest, now(), now(), now(), 0 from lease");
    }

    @Test
    void aUnitLetTwiceIsSeen() {
        letAgain("2027-09-20", "2028-09-20");

        assertThat(found(invariant, city))
                .containsExactly("unit " + ID + "33: lease " + LEASE + " and lease " + SECOND_LEASE);
    }

    @Test
    void leasesOfAUnitOneAfterTheOtherAreSound() {
        letAgain("2027-09-21", "2028-09-20");

        assertThat(found(invariant, city)).isEmpty();
    }

    @Test
    void aUnitLetAndOfferedIsSeen() {
        city.change("housing", "update offer set unit_id = '" + ID + "33' where id = '" + OPEN_OFFER + "'");

        assertThat(found(invariant, city))
                .containsExactly(
                        "unit " + ID + "33: lease " + LEASE + " and offer " + OPEN_OFFER + " ACTIVE",
                        "unit " + ID + "33 is LEASED, offer " + OPEN_OFFER + " is open");
    }

    @Test
    void aUnitOfferedWhileItWaitsForTheRegisterIsSeen() {
        city.change("housing", "update offer set status = 'ACCEPTED' where id = '" + WITHDRAWN_OFFER + "'");

        assertThat(found(invariant, city))
                .containsExactly("unit " + ID + "34: offer " + OPEN_OFFER + " ACTIVE and offer " + WITHDRAWN_OFFER
                        + " ACCEPTED");
    }

    @Test
    void aHouseholdWithTwoFlatsIsSeen() {
        city.change("housing", "update offer set application_id = '" + ID + "37' where id = '" + OPEN_OFFER + "'");

        assertThat(found(invariant, city))
                .containsExactly("application " + ID + "37: lease " + LEASE + " and offer " + OPEN_OFFER + " ACTIVE");
    }

    @Test
    void aPersonInTwoHouseholdsIsSeen() {
        city.change(
                "housing",
                "insert into household_member (application_id, position, relation, talent_id, live) values ('" + ID
                        + "38', 1, 'SPOUSE', '" + ID + "02', false)");

        assertThat(found(invariant, city))
                .containsExactly("person " + ID + "02: lease " + LEASE + " and offer " + OPEN_OFFER + " ACTIVE");
    }

    @Test
    void aUnitThatDoesNotKnowItsLeaseIsSeen() {
        city.change("housing", "update unit set status = 'RELEASED' where id = '" + ID + "33'");

        assertThat(found(invariant, city))
                .containsExactly("unit " + ID + "33 is RELEASED, lease " + LEASE + " is ACTIVE");
    }
}
