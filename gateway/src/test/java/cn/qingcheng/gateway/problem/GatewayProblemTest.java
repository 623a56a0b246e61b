package cn.qingcheng.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyProblemHasItsTextsInBothLanguages(GatewayProblem problem) {
        ProblemTexts chinese = ProblemTexts.chosenBy("zh-CN");
        ProblemTexts english = ProblemTexts.chosenBy("en");

        assertThat(chinese.title(problem)).isNotBlank().isNotEqualTo(english.title(problem));
        assertThat(chinese.detail(problem)).isNotBlank().isNotEqualTo(english.detail(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "'en-US,en;q=0.9', en",
        "'zh-TW,zh;q=0.9,en;q=0.8', zh-CN",
        "'fr,en;q=0.5', en",
        "fr, zh-CN",
        "*, zh-CN",
        "';;;q=', zh-CN"
    })
    void theLanguageFollowsTheCaller(String accept, String chosen) {
        assertThat(ProblemTexts.chosenBy(accept).languageTag()).isEqualTo(chosen);
    }

    @Test
    void chineseIsTheDefault() {
        assertThat(ProblemTexts.chosenBy(null).languageTag()).isEqualTo("zh-CN");
    }
}
