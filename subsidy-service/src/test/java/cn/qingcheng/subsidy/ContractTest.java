package cn.qingcheng.subsidy;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.EventContract;
import cn.qingcheng.kit.testing.OpenApiContract;
import cn.qingcheng.kit.testing.ProblemWording;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What this service promises: its API, the events it hears, and its words. */
@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ContractTest {

    @Test
    void theApiIsAsCommitted() {
        OpenApiContract.assertCommitted();
    }

    @Test
    void theEventsItHearsAreAsTheirOwnerCommittedThem() {
        EventContract.assertConsumedCopiesCurrent();
    }

    @Test
    void everyProblemHasWordsInBothLanguages() {
        ProblemWording.assertComplete();
    }
}
