package cn.qingcheng.checker.source;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands. */
public record Origin(String topic, int partition, long offset) {

    public static Origin of(ConsumerRecord<?, ?> message) {
        return new Origin(message.topic(), message.partition(), message.offset());
    }

    @Override
    public String toString() {
        return topic + "-" + partition + ":" + offset;
    }
}
