package cn.qingcheng.subsidy;

import cn.qingcheng.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void rulesOfTheHouseAreKept() {
        HouseRules.assertKept("cn.qingcheng.subsidy");
    }
}
