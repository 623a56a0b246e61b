package cn.qingcheng.stack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A message that a consumer gave up, as it lies on {@code <consumer>.dlq}; everything but what it says.
 *
 * @param number its offset there, by which an operator names it
 * @param origin the topic, partition and offset it came from: {@code talent.facts.v1-3:17}
 * @param eventId empty for what was no event at all
 * @param replayed when it was put back; {@link Instant#MIN} when it was not
 */
record DeadLetter(
        String consumer,
        long number,
        String topic,
        int partition,
        String origin,
        String eventId,
        String type,
        String reason,
        Instant givenUp,
        Instant replayed) {
    static final String SUFFIX = ".dlq";

    /** What the inbox writes about a letter; not part of the message that came. */
    static final String HEADERS = "dlq-";

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        String topic = header(record, "dlq-topic");
        String partition = header(record, "dlq-partition");
        return new DeadLetter(
                record.topic().substring(0, record.topic().length() - SUFFIX.length()),
                record.offset(),
                topic,
                partition.isEmpty() ? 0 : Integer.parseInt(partition),
                topic + "-" + partition + ":" + header(record, "dlq-offset"),
                header(record, "ce_id"),
                header(record, "ce_type"),
                header(record, "dlq-reason"),
                Instant.ofEpochMilli(record.timestamp()),
                Instant.MIN);
    }

    DeadLetter replayedAt(Instant at) {
        return new DeadLetter(consumer, number, topic, partition, origin, eventId, type, reason, givenUp, at);
    }

    boolean isReplayed() {
        return !replayed.equals(Instant.MIN);
    }

    boolean isCalled(String name) {
        return name.equals(Long.toString(number)) || (!eventId.isEmpty() && name.equalsIgnoreCase(eventId));
    }

    /** Under which its mark stands, so that a consumer's next letter with the same number is another's. */
    String mark() {
        return consumer + "/" + number + "/" + origin;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
