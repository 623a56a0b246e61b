package cn.qingcheng.housing;

import cn.qingcheng.kit.testing.LifeCycleContract;
import org.junit.jupiter.api.Test;

/** The life cycles others hold this service's histories against. */
class LifeCycleContractTest {

    @Test
    void theLifeCyclesAreAsCommitted() {
        LifeCycleContract.assertCommitted("cn.qingcheng.housing");
    }
}
