package cn.qingcheng.kit;

import cn.qingcheng.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {
    @Test
    void kitKeepsTheRulesOfTheHouse() {
        HouseRules.assertKeptByKit();
    }
}
