package cn.qingcheng.kit.bench;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;

/** As large as the events of the services: six members, about 250 bytes of JSON. */
record BenchHappened(
        String topic, UUID applicationId, String number, UUID talentId, String schemeCode, String reason, int serial)
        implements DomainEvent {
    static final String DRAINED = "kit.bench.v1";
    static final String PACED = "kit.paced.v1";

    static BenchHappened of(String topic, UUID key, int serial) {
        return new BenchHappened(
                topic, key, "QS-2026-" + serial, UUID.randomUUID(), "rent-subsidy", "the evidence is complete", serial);
    }

    @Override
    public String type() {
        return "subsidy.application.review-passed";
    }

    @Override
    public String key() {
        return applicationId.toString();
    }
}
