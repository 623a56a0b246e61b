package cn.qingcheng.gateway;

import cn.qingcheng.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRulesOfTheHouseAreKept() {
        HouseRules.assertKept("cn.qingcheng.gateway");
    }
}
