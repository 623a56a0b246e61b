package cn.qingcheng.platform;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.api.AccessMatrix;
import cn.qingcheng.kit.testing.api.DatabaseOfItsOwn;
import cn.qingcheng.kit.testing.api.IdentityAttack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who may what, of every operation in contracts/openapi.yaml; docs/access.md shows it as a table. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
@TestProfile(DatabaseOfItsOwn.class)
class AccessTest {

    @Inject
    DataSource database;

    @Test
    void everyOperationIsForItsRolesAndNobodyElse() {
        AccessMatrix.assertRoles(Scene.prepare(database));
    }

    @Test
    void whatBelongsToAnotherIsNotThere() {
        AccessMatrix.assertOwnership(Scene.prepare(database));
    }

    @Test
    void noSpellingOfAnAddressIsAWayAround() {
        AccessMatrix.assertNoWayAround(Scene.prepare(database));
    }

    @Test
    void nobodyIsBelievedPastTheGatewayWithoutAGoodToken() {
        IdentityAttack.assertRefused(Scene.prepare(database));
    }
}
