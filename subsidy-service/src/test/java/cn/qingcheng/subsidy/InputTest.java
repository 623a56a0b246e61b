package cn.qingcheng.subsidy;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.TestClock;
import cn.qingcheng.kit.testing.api.DatabaseOfItsOwn;
import cn.qingcheng.kit.testing.api.InputAttack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of bad input, for every field and parameter in contracts/openapi.yaml. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
@TestProfile(DatabaseOfItsOwn.class)
class InputTest {

    @Inject
    DataSource database;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheFirstDay() {
        clock.reset();
    }

    @Test
    void everyFieldIsGuarded() {
        InputAttack.assertBodiesAreGuarded(Scene.prepare(database, clock));
    }

    @Test
    void everyParameterIsGuarded() {
        InputAttack.assertParametersAreGuarded(Scene.prepare(database, clock));
    }
}
