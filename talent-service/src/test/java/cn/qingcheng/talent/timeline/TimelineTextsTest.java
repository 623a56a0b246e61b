package cn.qingcheng.talent.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;

class TimelineTextsTest {

    private final TimelineTexts chinese = new TimelineTexts(Locale.SIMPLIFIED_CHINESE);
    private final TimelineTexts english = new TimelineTexts(Locale.ENGLISH);

    @Test
    void amountsAreToldInYuan() {
        Map<String, String> data = Map.of("period", "2026-10", "amountFen", "150005", "number", "P-1");

        assertThat(chinese.detail("subsidy.payment.settled", data)).contains("2026-10 期，1500.05 元，付款编号：P-1");
        assertThat(english.detail("subsidy.payment.settled", data)).contains("1500.05 yuan for 2026-10, payment P-1");
    }

    @Test
    void codesAreToldInWords() {
        Map<String, String> data =
                Map.of("reasonCode", "EXCLUDED", "heldKind", "RENT_SUBSIDY", "kind", "TALENT_APARTMENT");

        assertThat(english.title("benefit.refused", data)).isEqualTo("Benefit register: talent apartment refused");
        assertThat(english.detail("benefit.refused", data))
                .contains("Reason: you hold another housing benefit, and a person may hold one (held: rent subsidy)");
    }

    @Test
    void partsWithoutValuesAreLeftOut() {
        assertThat(chinese.detail("housing.offer.withdrawn", Map.of("reasonCode", "EXCLUDED")))
                .contains("原因：已享有同类住房待遇，每人只能享有一项");
        assertThat(chinese.detail("housing.offer.withdrawn", Map.of())).isEmpty();
    }

    @Test
    void aCodeWithoutWordsIsToldAsItIs() {
        assertThat(english.detail("subsidy.payment.returned", Map.of("reasonCode", "MOON_PHASE")))
                .contains("reason: MOON_PHASE");
        assertThat(english.title("housing.party.held", Map.of())).isEqualTo("housing.party.held");
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        Control exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

        assertThat(ResourceBundle.getBundle("messages.timeline", Locale.ROOT, exact)
                        .keySet())
                .isEqualTo(ResourceBundle.getBundle("messages.timeline", Locale.ENGLISH, exact)
                        .keySet());
    }
}
