package cn.qingcheng.talent;

import cn.qingcheng.kit.testing.HouseRules;
import cn.qingcheng.kit.testing.ProblemWording;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRulesOfTheHouseAreKept() {
        HouseRules.assertKept("cn.qingcheng.talent");
    }

    @Test
    void everyProblemHasItsWords() {
        ProblemWording.assertComplete();
    }
}
