package cn.qingcheng.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.standard.ResidentIdNumber;
import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class ValidationClockTest {

    record Person(
            @ResidentIdNumber String idNumber,
            @PastOrPresent LocalDate graduatedOn) {}

    @Inject
    Validator validator;

    @Inject
    TestClock clock;

    private final Person born = new Person("150105199903071231", LocalDate.of(1999, 3, 7));

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void whatLiesInTheFutureOfTheInjectedClockIsRefused() {
        clock.set(Instant.parse("1999-03-06T15:59:59Z"));

        assertThat(validator.validate(born)).hasSize(2);
    }

    @Test
    void theDayBeginsAtMidnightInTheCity() {
        clock.set(Instant.parse("1999-03-06T16:00:00Z"));

        assertThat(validator.validate(born)).isEmpty();
    }
}
