package cn.qingcheng.subsidy.applicant;

import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the facts of people from talent-service. */
@ApplicationScoped
public class TalentFactsConsumer {
    private static final String TALENT_FACTS = "talent.facts";

    @Inject
    Inbox inbox;

    @Inject
    ApplicantService applicants;

    @Incoming("talent-facts")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive("subsidy.applicant", message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.type().equals(TALENT_FACTS)) {
            applicants.learn(event.as(TalentFacts.class));
        }
    }
}
