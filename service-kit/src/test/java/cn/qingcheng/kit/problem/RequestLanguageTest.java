package cn.qingcheng.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "fr, en;q=0.8, zh;q=0.5", "en-US,*;q=0.1"})
    void englishWhenItIsPreferred(String header) {
        assertThat(RequestLanguage.preferred(header)).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"zh-CN", "zh", "zh-Hans-CN,en;q=0.9", "fr", "*", "nonsense;;q=x", "en;q=0.1,zh"})
    void chineseOtherwise(String header) {
        assertThat(RequestLanguage.preferred(header)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }
}
