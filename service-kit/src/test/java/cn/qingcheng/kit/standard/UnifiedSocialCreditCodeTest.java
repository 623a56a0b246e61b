package cn.qingcheng.kit.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91150102MA0TE5T084", "1215000046000001XQ"})
    void codesOfEnterprisesAndInstitutionsAreValid(String code) {
        assertThat(UnifiedSocialCreditCode.of(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "91150102MA0TE5T085,CREDIT_CODE_CHECK_CHARACTER",
        "91150102MA0TE5T0,CREDIT_CODE_FORM",
        "91150102ma0te5t084,CREDIT_CODE_FORM",
        "91150102MA0TE5I084,CREDIT_CODE_FORM",
        "'',CREDIT_CODE_FORM",
    })
    void whatIsWrongHasItsOwnCode(String code, String problem) {
        assertThat(UnifiedSocialCreditCode.problem(code)).contains(problem);
        assertThatThrownBy(() -> UnifiedSocialCreditCode.of(code)).hasMessage(problem);
    }

    @Property
    void everyCodeMadeByTheStandardIsValid(@ForAll("seventeen") String seventeen) {
        assertThat(UnifiedSocialCreditCode.isValid(seventeen + UnifiedSocialCreditCode.checkCharacter(seventeen)))
                .isTrue();
    }

    @Property
    void changingOneCharacterIsFound(
            @ForAll("seventeen") String seventeen,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 30) int shift) {
        char check = UnifiedSocialCreditCode.checkCharacter(seventeen);
        char changed = ALPHABET.charAt((ALPHABET.indexOf(seventeen.charAt(place)) + shift) % 31);

        assertThat(UnifiedSocialCreditCode.isValid(
                        seventeen.substring(0, place) + changed + seventeen.substring(place + 1) + check))
                .isFalse();
    }

    @Provide
    Arbitrary<String> seventeen() {
        return Arbitraries.strings().withChars(ALPHABET).ofLength(17);
    }
}
