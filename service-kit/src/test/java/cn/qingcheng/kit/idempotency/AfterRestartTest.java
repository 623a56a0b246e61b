package cn.qingcheng.kit.idempotency;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestartedService.Again.class)
@QuarkusTestResource(value = RestartedService.KeptDatabase.class, restrictToAnnotatedClass = true)
class AfterRestartTest {
    @Test
    void answersSurviveARestart() {
        RestartedService.askAndCompare();
    }
}
