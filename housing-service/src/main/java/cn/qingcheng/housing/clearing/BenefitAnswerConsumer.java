package cn.qingcheng.housing.clearing;

import cn.qingcheng.housing.offer.BenefitClaimed;
import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the register's answers; those to other services' claims are not for us. */
@ApplicationScoped
public class BenefitAnswerConsumer {

    private static final String CONSUMER = "housing.clearing";

    private final Inbox inbox;
    private final ClearingService service;

    BenefitAnswerConsumer(Inbox inbox, ClearingService service) {
        this.inbox = inbox;
        this.service = service;
    }

    @Incoming("talent-benefit")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(CONSUMER, message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "benefit.cleared" -> answerOf(event, service::cleared);
            case "benefit.refused" -> answerOf(event, service::refused);
            default -> {
                // The register says more than answers; nothing of it concerns a claim of ours.
            }
        }
    }

    private static void answerOf(ReceivedEvent event, Consumer<BenefitAnswer> effect) {
        BenefitAnswer answer = event.as(BenefitAnswer.class);
        if (answer.kind().equals(BenefitClaimed.TALENT_APARTMENT)) {
            effect.accept(answer);
        }
    }
}
