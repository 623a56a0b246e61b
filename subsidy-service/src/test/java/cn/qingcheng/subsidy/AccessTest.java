package cn.qingcheng.subsidy;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.TestClock;
import cn.qingcheng.kit.testing.api.AccessMatrix;
import cn.qingcheng.kit.testing.api.DatabaseOfItsOwn;
import cn.qingcheng.kit.testing.api.IdentityAttack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may what, of every operation in contracts/openapi.yaml; docs/access.md shows it as a table. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
@TestProfile(DatabaseOfItsOwn.class)
class AccessTest {

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheFirstDay() {
        clock.reset();
    }

    @Test
    void everyOperationIsForItsRolesAndNobodyElse() {
        AccessMatrix.assertRoles(Scene.prepare(database, clock));
    }

    @Test
    void whatBelongsToAnotherIsNotThere() {
        AccessMatrix.assertOwnership(Scene.prepare(database, clock));
    }

    @Test
    void noSpellingOfAnAddressIsAWayAround() {
        AccessMatrix.assertNoWayAround(Scene.prepare(database, clock));
    }

    @Test
    void nobodyIsBelievedPastTheGatewayWithoutAGoodToken() {
        IdentityAttack.assertRefused(Scene.prepare(database, clock));
    }
}
