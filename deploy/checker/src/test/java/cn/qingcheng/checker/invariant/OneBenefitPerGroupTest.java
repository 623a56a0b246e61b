package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second benefit is seen, whoever gave it. */
class OneBenefitPerGroupTest {
    private static final String ID = "0199a000-0000-7000-8000-0000000000";

    private final OneBenefitPerGroup invariant = new OneBenefitPerGroup();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() {
        city = TestCity.withoutEvents(data);
    }

    @Test
    void soundBenefitsHold() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted()).isEqualTo("2 benefits held in the register, 2 given");
    }

    @Test
    void twoInTheRegisterAreSeen() {
        city.change("talent", "drop index benefit_claim_one_held")
                .change(
                        "talent",
                        "update benefit_claim set status = 'HELD', reason_code = null, exclusion_group = 'HOUSING' where id = '"
                                + ID + "3c'");

        assertThat(found(invariant, city))
                .containsExactly("person " + ID + "01 in HOUSING by claims " + ID + "14, " + ID + "3c");
    }

    @Test
    void aFlatBesideASubsidyIsSeen() {
        city.change("housing", "update lease set talent_id = '" + ID + "01', offer_id = '" + ID + "3c'");

        assertThat(found(invariant, city))
                .containsExactly(
                        "person " + ID + "01 in HOUSING by claims " + ID + "14, " + ID + "3c",
                        "person " + ID + "01 in HOUSING by claim " + ID + "3c");
    }

    @Test
    void aSubsidyBesideAFlatIsSeen() {
        city.change("subsidy", "update entitlement set talent_id = '" + ID + "02'");

        assertThat(found(invariant, city))
                .containsExactly(
                        "person " + ID + "02 in HOUSING by claims " + ID + "14, " + ID + "3a",
                        "person " + ID + "02 in HOUSING by claim " + ID + "14");
    }

    @Test
    void aBenefitTheRegisterDoesNotHoldIsSeen() {
        city.change(
                "talent",
                "update benefit_claim set status = 'RELEASED', released_at = now() where id = '" + ID + "3a'");

        assertThat(found(invariant, city)).containsExactly("person " + ID + "02 in HOUSING by claim " + ID + "3a");
    }
}
