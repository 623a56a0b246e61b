package cn.qingcheng.housing.applicant;

import cn.qingcheng.kit.event.ReceivedEvent;
import cn.qingcheng.kit.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the projection of talents; the topic is compacted, so a new instance of it is built from offset 0. */
@ApplicationScoped
public class TalentFactsConsumer {

    private static final String CONSUMER = "housing.applicant";

    private final Inbox inbox;
    private final ApplicantRepository applicants;
    private final Clock clock;

    TalentFactsConsumer(Inbox inbox, ApplicantRepository applicants, Clock clock) {
        this.inbox = inbox;
        this.applicants = applicants;
        this.clock = clock;
    }

    @Incoming("talent-facts")
    @Blocking
    public void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(CONSUMER, message, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (!event.type().equals("talent.facts")) {
            return;
        }
        TalentFacts facts = event.as(TalentFacts.class);
        Applicant known = applicants.findById(facts.talentId());
        if (known == null) {
            applicants.persist(new Applicant(facts, clock.instant()));
        } else {
            known.hear(facts, clock.instant());
        }
    }
}
