package cn.qingcheng.subsidy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonWordsTest {

    @Test
    void aRefusalOfTheRegisterIsToldInBothLanguages() {
        assertThat(ReasonWords.of("EXCLUDED:TALENT_APARTMENT", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("已享有人才公寓，与本补贴不可同时享有");
        assertThat(ReasonWords.of("EXCLUDED:TALENT_APARTMENT", Locale.ENGLISH))
                .isEqualTo("You hold a talent apartment, which excludes this subsidy");
        assertThat(ReasonWords.of("EXCLUDED:NEW_KIND", Locale.ENGLISH)).contains("NEW_KIND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN_KIND", "UNKNOWN_TALENT", "ALREADY_RELEASED"})
    void everyOtherCodeHasWords(String code) {
        assertThat(ReasonWords.of(code, Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(code);
        assertThat(ReasonWords.of(code, Locale.ENGLISH)).isNotEqualTo(code);
    }

    @Test
    void whatAnOfficerWroteStaysAsWritten() {
        assertThat(ReasonWords.of("合同缺少签字页: 第 {0} 页", Locale.ENGLISH)).isEqualTo("合同缺少签字页: 第 {0} 页");
        assertThat(ReasonWords.of(null, Locale.ENGLISH)).isNull();
    }
}
