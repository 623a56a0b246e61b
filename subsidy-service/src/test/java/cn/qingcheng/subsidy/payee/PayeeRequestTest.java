package cn.qingcheng.subsidy.payee;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayeeRequestTest {

    private static boolean isAccepted(String accountName) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator
                    .validate(new PayeeRequest(accountName, "6222000000000000017", "102191000019"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"王青城", "阿依古丽·买买提", "O'Brien-Smith J.", "样例一（代领）", "㐆㐱", "𠮷野", "Ólafur"})
    void namesOfPeopleAreAccepted(String name) {
        assertThat(isAccepted(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "王\n青城", "王\r\n", "\t王", "王|cmd", " 王"})
    void whatASpreadsheetWouldRunOrABankFileWouldBreakAtIsNot(String name) {
        assertThat(isAccepted(name)).isFalse();
    }
}
