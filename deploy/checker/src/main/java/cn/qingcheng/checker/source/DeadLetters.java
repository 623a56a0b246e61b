package cn.qingcheng.checker.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the consumers have given up. */
public record DeadLetters(List<Letter> letters) {
    private static final String SUFFIX = ".dlq";

    /**
     * One message given up.
     *
     * @param key as it came, empty when it had none
     * @param origin where it stood before
     */
    public record Letter(String consumer, String key, Origin origin) {}

    /** Reads every topic of dead letters. */
    public static DeadLetters read(EventLog log) {
        List<String> topics =
                log.topics().stream().filter(name -> name.endsWith(SUFFIX)).toList();
        List<Letter> letters = new ArrayList<>();
        log.each(topics, message -> letters.add(letter(message)));
        return new DeadLetters(letters);
    }

    private static Letter letter(ConsumerRecord<byte[], byte[]> message) {
        String consumer = message.topic().substring(0, message.topic().length() - SUFFIX.length());
        String topic = Event.header(message, "dlq-topic");
        return new Letter(
                consumer,
                message.key() == null ? "" : Event.text(message.key()),
                new Origin(
                        topic == null ? "unknown" : topic,
                        (int) number(Event.header(message, "dlq-partition")),
                        number(Event.header(message, "dlq-offset"))));
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? -1 : Long.parseLong(text);
    }

    /** Where the messages stand that one consumer has given up, which therefore had no effect. */
    public Set<Origin> givenUpBy(String consumer) {
        Set<Origin> origins = new HashSet<>();
        letters.stream()
                .filter(letter -> letter.consumer().equals(consumer))
                .forEach(letter -> origins.add(letter.origin()));
        return origins;
    }
}
