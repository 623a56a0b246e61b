package cn.qingcheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeCycleContractTest {

    /** Knows its next states, in no order of its own. */
    enum Lamp {
        NEW,
        LIT,
        BROKEN;

        private Set<Lamp> next() {
            return this == NEW ? Set.of(BROKEN, LIT) : this == LIT ? EnumSet.of(BROKEN) : Set.of();
        }

        boolean isLast() {
            return next().isEmpty();
        }
    }

    /** Has no life of its own. */
    enum Colour {
        RED
    }

    @Test
    void theStepsOfAnEnumAreReadInTheirOrder() {
        Map<String, Map<String, List<String>>> cycles =
                LifeCycleContract.lifeCycles(new ClassFileImporter().importClasses(Lamp.class, Colour.class));

        assertThat(cycles).containsOnlyKeys("Lamp");
        assertThat(cycles.get("Lamp").toString()).isEqualTo("{NEW=[LIT, BROKEN], LIT=[BROKEN], BROKEN=[]}");
        assertThat(Lamp.BROKEN.isLast()).isTrue();
    }

    @Test
    void whatIsNotPublishedIsToldHowToBe() {
        assertThatThrownBy(() -> LifeCycleContract.assertCommitted("cn.qingcheng.kit.testing"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dcontracts.update=true");
    }
}
