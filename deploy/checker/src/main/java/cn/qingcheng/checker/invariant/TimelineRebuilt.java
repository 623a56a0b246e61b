package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Event;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Each person's timeline, from every happening about her. */
final class TimelineRebuilt implements Projection {
    private static final String CONSUMER = "talent.timeline";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void compare(CityUnderCheck city, Heard heard, Findings findings) {
        Rows rebuilt = new Rows("talent_id", "occurred_at", "service", "type", "data");
        heard.each(CONSUMER, event -> {
            String person = event.text("talentId");
            if (person != null) {
                rebuilt.put(
                        event.id().toString(),
                        List.of(
                                person,
                                instant(event.time()),
                                event.topic().substring(0, event.topic().indexOf('.')),
                                event.type(),
                                plainValues(event).toString()));
            }
        });
        Rows live = new Rows("talent_id", "occurred_at", "service", "type", "data");
        city.talent()
                .each(
                        "select id::text, talent_id::text, occurred_at, service, type, data::text from timeline_entry",
                        row -> live.put(
                                row.getString(1),
                                List.of(
                                        row.getString(2),
                                        instant(row.getObject(3, OffsetDateTime.class)
                                                .toInstant()),
                                        row.getString(4),
                                        row.getString(5),
                                        values(row.getString(6)).toString())));
        findings.counted(live.size(), "timeline entries")
                .none(
                        "timeline entries are not what the happenings say",
                        rebuilt.differencesOf(live, "entry", heard.isWhole(CONSUMER)));
    }

    /** PostgreSQL keeps microseconds. */
    private static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static Map<String, String> plainValues(Event event) {
        Map<String, String> values = new TreeMap<>();
        event.data().properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isValueNode() && !value.isNull()) {
                values.put(member.getKey(), value.asText());
            }
        });
        return values;
    }

    private static Map<String, String> values(String json) {
        Map<String, String> values = new TreeMap<>();
        try {
            JSON.readTree(json)
                    .properties()
                    .forEach(member ->
                            values.put(member.getKey(), member.getValue().asText()));
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gives valid JSON", e);
        }
    }
}
