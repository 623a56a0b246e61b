package cn.qingcheng.kit.outbox;

import cn.qingcheng.kit.event.DomainEvent;

record SampleHappened(String topic, String sampleId, int number, String note) implements DomainEvent {
    static final String TOPIC = "kit.sample.v1";
    static final String TYPE = "kit.sample.happened";

    static SampleHappened of(String sampleId, int number) {
        return new SampleHappened(TOPIC, sampleId, number, "");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return sampleId;
    }
}
