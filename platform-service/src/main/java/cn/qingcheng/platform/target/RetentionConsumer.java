package cn.qingcheng.platform.target;

import cn.qingcheng.kit.event.MalformedEvent;
import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Listens for graduates who stay. */
@ApplicationScoped
class RetentionConsumer {

    private final Inbox inbox;
    private final TargetService service;

    RetentionConsumer(Inbox inbox, TargetService service) {
        this.inbox = inbox;
        this.service = service;
    }

    /** What is read of {@code talent.retention.confirmed}. */
    record RetentionConfirmed(
            @Nullable String talentId, @Nullable YearMonth month) {}

    @Incoming("talent-retention")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive("platform.retention", message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.type().equals("talent.retention.confirmed")) {
            RetentionConfirmed confirmed = event.as(RetentionConfirmed.class);
            if (confirmed.talentId() == null || confirmed.month() == null) {
                throw new MalformedEvent("a confirmed retention needs talentId and month");
            }
            service.count(
                    new Measurement(Indicator.GRADUATES_RETAINED, confirmed.talentId(), confirmed.month(), 1),
                    event.time());
        }
    }
}
