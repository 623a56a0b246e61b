package cn.qingcheng.subsidy.clearing;

import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears the benefit register's answers. */
@ApplicationScoped
public class BenefitConsumer {
    @Inject
    Inbox inbox;

    @Inject
    ClearingService clearing;

    /**
     * What is read of an answer.
     *
     * @param heldKind the benefit she holds that excludes the claimed one; null when cleared
     */
    record Answer(
            UUID claimId,
            @Nullable String reasonCode,
            @Nullable String heldKind) {
        /** As it is kept: the code, and the kind held where that is the reason. */
        String reason() {
            return heldKind == null ? String.valueOf(reasonCode) : reasonCode + ":" + heldKind;
        }
    }

    @Incoming("talent-benefit")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive("subsidy.clearing", message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "benefit.cleared" -> clearing.cleared(event.as(Answer.class).claimId());
            case "benefit.refused" -> {
                Answer answer = event.as(Answer.class);
                clearing.refused(answer.claimId(), answer.reason());
            }
            default -> {
                // Others' happenings on the topic; a later kind of answer concerns only who asked for it.
            }
        }
    }
}
