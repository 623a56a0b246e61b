package cn.qingcheng.kit.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void theNumberTellsBirthDateSexAndRegion() {
        ResidentId id = ResidentId.of("150105199903071231", TODAY);

        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1999, 3, 7));
        assertThat(id.sex()).isEqualTo(ResidentId.Sex.MALE);
        assertThat(id.region()).isEqualTo("150105");
    }

    @Test
    void theCheckDigitMayBeAnUpperCaseX() {
        assertThat(ResidentId.of("15010520010228008X", TODAY).sex()).isEqualTo(ResidentId.Sex.FEMALE);
        assertThat(ResidentId.problem("15010520010228008x", TODAY)).contains("ID_NUMBER_FORM");
    }

    @Test
    void anAbolishedRegionIsAccepted() {
        String number = "21999919900101001";
        assertThat(ResidentId.isValid(number + ResidentId.checkDigit(number), TODAY))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "150105199903071232,ID_NUMBER_CHECK_DIGIT",
        "15010519990307123,ID_NUMBER_FORM",
        "1501051999030712311,ID_NUMBER_FORM",
        "'',ID_NUMBER_FORM",
        "' 150105199903071231',ID_NUMBER_FORM",
        "15010519990307123A,ID_NUMBER_FORM",
        "１50105199903071231,ID_NUMBER_FORM",
        "990105199903071231,ID_NUMBER_REGION",
        "150105199902301231,ID_NUMBER_BIRTH_DATE",
        "150105209903071231,ID_NUMBER_BIRTH_DATE",
        "150105189903071231,ID_NUMBER_BIRTH_DATE",
    })
    void whatIsWrongHasItsOwnCode(String number, String code) {
        assertThat(ResidentId.problem(number, TODAY)).contains(code);
        assertThatThrownBy(() -> ResidentId.of(number, TODAY))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void oneMayBeBornTodayButNotTomorrow() {
        assertThat(ResidentId.isValid(numberOf("150105", TODAY, 1), TODAY)).isTrue();
        assertThat(ResidentId.problem(numberOf("150105", TODAY.plusDays(1), 1), TODAY))
                .contains("ID_NUMBER_BIRTH_DATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"150105199903071231", "15010520010228008X"})
    void aNumberNeverReachesALogWhole(String number) {
        assertThat(ResidentId.of(number, TODAY).toString()).hasSize(18).doesNotContain(number.substring(2));
    }

    @Property
    void everyNumberMadeByTheStandardIsValidAndTellsItsBirthDate(
            @ForAll("birthDates") LocalDate born, @ForAll @IntRange(max = 999) int sequence) {
        String number = numberOf("150102", born, sequence);

        assertThat(ResidentId.of(number, TODAY).birthDate()).isEqualTo(born);
    }

    @Property
    void changingOneDigitOfTheSequenceIsFound(
            @ForAll("birthDates") LocalDate born,
            @ForAll @IntRange(max = 999) int sequence,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String number = numberOf("150102", born, sequence);
        char changed = (char) ('0' + (number.charAt(16) - '0' + shift) % 10);

        assertThat(ResidentId.problem(number.substring(0, 16) + changed + number.charAt(17), TODAY))
                .contains("ID_NUMBER_CHECK_DIGIT");
    }

    @Property
    void anyTextWhateverIsAnsweredWithoutAnError(@ForAll String text) {
        assertThat(ResidentId.isValid(text, TODAY)).isFalse();
    }

    @Provide
    Arbitrary<LocalDate> birthDates() {
        return Combinators.combine(
                        Arbitraries.integers().between(1940, 2025),
                        Arbitraries.integers().between(1, 365))
                .as(LocalDate::ofYearDay);
    }

    private static String numberOf(String region, LocalDate born, int sequence) {
        String seventeen = region + born.toString().replace("-", "") + "%03d".formatted(sequence);
        return seventeen + ResidentId.checkDigit(seventeen);
    }
}
