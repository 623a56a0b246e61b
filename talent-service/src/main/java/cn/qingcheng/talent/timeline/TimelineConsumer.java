package cn.qingcheng.talent.timeline;

import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what all services, this one too, say of people. */
@ApplicationScoped
class TimelineConsumer {

    private static final String CONSUMER = "talent.timeline";

    private final Inbox inbox;
    private final TimelineService service;

    TimelineConsumer(Inbox inbox, TimelineService service) {
        this.inbox = inbox;
        this.service = service;
    }

    @Incoming("journey")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        String owner = message.topic().substring(0, message.topic().indexOf('.'));
        inbox.receive(CONSUMER, message, event -> service.keep(event, owner));
    }
}
