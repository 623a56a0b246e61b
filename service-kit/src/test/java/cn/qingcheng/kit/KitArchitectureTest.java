package cn.qingcheng.kit;

import cn.qingcheng.kit.testing.HouseRules;
import cn.qingcheng.kit.testing.ProblemWording;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {
    @Test
    void kitKeepsTheRulesOfTheHouse() {
        HouseRules.assertKeptByKit();
    }

    @Test
    void everyProblemOfTheKitHasItsWords() {
        ProblemWording.assertComplete("kit-problems");
    }
}
