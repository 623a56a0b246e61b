package cn.qingcheng.kit.standard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .clockProvider(() -> Clock.fixed(Instant.parse("2001-02-28T00:00:00Z"), ZoneOffset.UTC))
            .buildValidatorFactory()
            .getValidator();

    private record Row(
            @ResidentIdNumber String idNumber,
            @CreditCode String employer,
            @CityRegion String region,
            @KnownRegion String household,
            @EducationLevelCode String level,
            @GraduateLevelCode String graduation,
            @DegreeCode String degree,
            @ProfessionalTitleCode String title) {}

    @Test
    void aGoodRowAndAnEmptyOnePass() {
        assertThat(validator.validate(new Row(
                        "15010520010228008X", "91150102MA0TE5T084", "150105", "110101", "12", "21", "408", "083")))
                .isEmpty();
        assertThat(validator.validate(new Row(null, null, null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void everyViolationTellsItsOwnCode() {
        Row row = new Row("150105200102280080", "91150102MA0TE5T085", "110101", "990101", "99", "22", "9", "010");

        assertThat(validator.validate(row))
                .extracting(v -> v.getPropertyPath() + " " + v.getMessageTemplate())
                .containsExactlyInAnyOrder(
                        "idNumber {ID_NUMBER_CHECK_DIGIT}",
                        "employer {CREDIT_CODE_CHECK_CHARACTER}",
                        "region {UNKNOWN_CITY_REGION}",
                        "household {UNKNOWN_REGION}",
                        "level {UNKNOWN_EDUCATION_LEVEL}",
                        "graduation {LEVEL_NOT_GRADUATED}",
                        "degree {UNKNOWN_DEGREE}",
                        "title {UNKNOWN_TITLE}");
    }

    @Test
    void theDateOfBirthIsHeldAgainstTheGivenClock() {
        Row bornTomorrow = new Row(
                "15010520010301001" + ResidentId.checkDigit("15010520010301001"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(validator.validate(bornTomorrow))
                .extracting(v -> v.getMessageTemplate())
                .containsExactly("{ID_NUMBER_BIRTH_DATE}");
    }
}
