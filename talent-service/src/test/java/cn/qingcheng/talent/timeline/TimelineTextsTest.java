package cn.qingcheng.talent.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Stream;
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
    void aReasonMayNameTheBenefitItIsAbout() {
        assertThat(english.detail(
                        "subsidy.application.rejected",
                        Map.of("number", "QS-1", "reason", "EXCLUDED:TALENT_APARTMENT")))
                .contains("Application QS-1, reason: you hold another housing benefit, and a person may hold one"
                        + " (talent apartment)");
        assertThat(english.detail("subsidy.application.rejected", Map.of("reason", "no lease: see the form")))
                .contains("reason: no lease: see the form");
    }

    /** The register's own question is answered within moments; the answer is the step a person sees. */
    @Test
    void everyEventOfAnyServiceAboutAPersonHasWords() throws IOException {
        Set<String> told =
                ResourceBundle.getBundle("messages.timeline", Locale.ROOT).keySet();
        try (Stream<Path> schemas = Files.find(
                Path.of(".."),
                4,
                (path, file) -> path.toString().matches(".*-service/contracts/events/[^/]*.schema.json"))) {
            List<String> untold = schemas.filter(TimelineTextsTest::isAboutPerson)
                    .map(path -> path.getFileName().toString().replace(".schema.json", ""))
                    .filter(type -> !Set.of("talent.facts", "benefit.claimed").contains(type))
                    .filter(type -> !told.contains(type + ".title"))
                    .toList();

            assertThat(untold).isEmpty();
        }
    }

    private static boolean isAboutPerson(Path schema) {
        try {
            return Files.readString(schema).contains("\"talentId\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
