package cn.qingcheng.housing;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.api.DatabaseOfItsOwn;
import cn.qingcheng.kit.testing.api.InputAttack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of bad input, for every field and parameter in contracts/openapi.yaml. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
@TestProfile(DatabaseOfItsOwn.class)
class InputTest {

    @Inject
    DataSource database;

    @Test
    void everyFieldIsGuarded() {
        InputAttack.assertBodiesAreGuarded(Scene.prepare(database));
    }

    @Test
    void everyParameterIsGuarded() {
        InputAttack.assertParametersAreGuarded(Scene.prepare(database));
    }
}
