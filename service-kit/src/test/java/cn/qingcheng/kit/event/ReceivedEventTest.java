package cn.qingcheng.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceivedEventTest {
    private static final Instant TIME = Instant.parse("2026-09-01T01:00:00Z");

    record Facts(long revision, @Nullable String degree, LocalDate graduatedOn, Instant since) {}

    @Test
    void readsWhatTheReaderNamesAndIgnoresTheRest() throws Exception {
        Facts facts = event("{\"revision\": 3, \"degree\": null, \"graduatedOn\": \"2026-06-30\","
                        + " \"since\": \"2026-09-01T01:00:00Z\", \"addedLater\": {\"by\": \"its owner\"}}")
                .as(Facts.class);

        assertThat(facts).isEqualTo(new Facts(3, null, LocalDate.of(2026, 6, 30), TIME));
    }

    @Test
    void memberThatIsMissingIsNullLikeOneThatIsNull() throws Exception {
        assertThat(event("{\"revision\": 3}").as(Facts.class)).isEqualTo(new Facts(3, null, null, null));
    }

    @Test
    void dataThatDoNotFitAreMalformedAndTheMessageNamesNoValue() {
        assertThatThrownBy(() -> event("{\"revision\": \"150105199903071231\"}").as(OneWord.class))
                .isInstanceOf(MalformedEvent.class)
                .hasMessage("data of talent.facts is no OneWord");
    }

    enum Word {
        YES
    }

    record OneWord(Word revision) {}

    @Test
    void whatIsWrittenIsWhatIsRead() throws Exception {
        Facts facts = new Facts(1, null, LocalDate.of(2026, 6, 30), TIME);

        String json = EventJson.mapper().writeValueAsString(facts);

        assertThat(json)
                .isEqualTo("{\"revision\":1,\"degree\":null,\"graduatedOn\":\"2026-06-30\","
                        + "\"since\":\"2026-09-01T01:00:00Z\"}");
        assertThat(event(json).as(Facts.class)).isEqualTo(facts);
    }

    record WithChoice(Optional<String> degree) {}

    @Test
    void emptyOptionalIsNull() throws Exception {
        assertThat(EventJson.mapper().writeValueAsString(new WithChoice(Optional.empty())))
                .isEqualTo("{\"degree\":null}");
    }

    private static ReceivedEvent event(String data) throws JsonProcessingException {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "talent.facts",
                "talent-service",
                "subject",
                TIME,
                null,
                EventJson.mapper().readTree(data));
    }
}
