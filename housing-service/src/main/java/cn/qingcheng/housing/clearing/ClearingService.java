package cn.qingcheng.housing.clearing;

import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationEvent;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.application.ApplicationStatus;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.lease.LeaseService;
import cn.qingcheng.housing.offer.Offer;
import cn.qingcheng.housing.offer.OfferRepository;
import cn.qingcheng.housing.offer.OfferService;
import cn.qingcheng.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Moves an accepted offer on by the register's answer; an answer that comes again finds nothing waiting for it. */
@ApplicationScoped
public class ClearingService {

    private static final Logger LOG = Logger.getLogger(ClearingService.class);
    private static final String EXCLUDED = "EXCLUDED";

    private final OfferRepository offers;
    private final OfferService offerService;
    private final ApplicationRepository applications;
    private final LeaseService leaseService;
    private final StateChangeRepository history;
    private final Outbox outbox;
    private final Steps steps;

    ClearingService(
            OfferRepository offers,
            OfferService offerService,
            ApplicationRepository applications,
            LeaseService leaseService,
            StateChangeRepository history,
            Outbox outbox,
            Steps steps) {
        this.offers = offers;
        this.offerService = offerService;
        this.applications = applications;
        this.leaseService = leaseService;
        this.history = history;
        this.outbox = outbox;
        this.steps = steps;
    }

    @Transactional
    public void cleared(BenefitAnswer answer) {
        waiting(answer.claimId()).ifPresent(application -> {
            Offer offer = offers.findById(answer.claimId());
            Step step = steps.ofSystem("benefit register cleared");
            history.persist(application.entitle(step));
            leaseService.create(offer, step);
        });
    }

    @Transactional
    public void refused(BenefitAnswer answer) {
        String reasonCode = answer.reasonCode() == null ? EXCLUDED : answer.reasonCode();
        Step step = steps.ofSystem("benefit register refused: " + reasonCode);
        waiting(answer.claimId()).ifPresent(application -> {
            history.persist(application.refuse(reasonCode, answer.heldKind(), step));
            outbox.append(new ApplicationEvent.Refused(
                    application.id(), application.number(), application.talentId(), reasonCode, answer.heldKind()));
            offerService.withdraw(answer.claimId(), reasonCode, answer.heldKind(), step);
        });
    }

    /** The application that waits for the answer to this claim, which is its offer's id. */
    private Optional<Application> waiting(UUID claimId) {
        Optional<Application> waiting = offers.applicationOf(claimId)
                .flatMap(applications::locked)
                .filter(application -> application.status() == ApplicationStatus.CLEARING);
        if (waiting.isEmpty()) {
            LOG.infof("no application waits for the register's answer to claim %s", claimId);
        }
        return waiting;
    }
}
