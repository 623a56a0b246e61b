package cn.qingcheng.kit.idempotency;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RestartedService.Once.class)
@QuarkusTestResource(value = RestartedService.KeptDatabase.class, restrictToAnnotatedClass = true)
class BeforeRestartTest {
    @Test
    void answersSurviveARestart() {
        RestartedService.askAndCompare();
    }
}
