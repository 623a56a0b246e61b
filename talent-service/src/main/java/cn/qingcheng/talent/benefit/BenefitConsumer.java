package cn.qingcheng.talent.benefit;

import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the claims of the services that give benefits. */
@ApplicationScoped
class BenefitConsumer {

    private static final String CONSUMER = "talent.benefit";

    private final Inbox inbox;
    private final BenefitService service;

    BenefitConsumer(Inbox inbox, BenefitService service) {
        this.inbox = inbox;
        this.service = service;
    }

    @Incoming("benefit-claims")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(CONSUMER, message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "benefit.claimed" -> service.claim(event.as(BenefitClaimed.class));
            case "benefit.released" -> service.release(event.as(BenefitClaimed.class));
            default -> {
                // Others may say more on these topics later; the register has no part in it.
            }
        }
    }
}
