package cn.qingcheng.housing.offer;

import cn.qingcheng.housing.applicant.ApplicantRepository;
import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers to offers. Locks are always taken in one order: round, offer, application, unit. */
@ApplicationScoped
public class OfferService {

    private final OfferRepository offers;
    private final OfferDesk desk;
    private final ApplicationRepository applications;
    private final ApplicantRepository applicants;
    private final RoundRepository rounds;
    private final StateChangeRepository history;
    private final Outbox outbox;
    private final Caller caller;
    private final Steps steps;
    private final Clock clock;

    OfferService(
            OfferRepository offers,
            OfferDesk desk,
            ApplicationRepository applications,
            ApplicantRepository applicants,
            RoundRepository rounds,
            StateChangeRepository history,
            Outbox outbox,
            Caller caller,
            Steps steps,
            Clock clock) {
        this.offers = offers;
        this.desk = desk;
        this.applications = applications;
        this.applicants = applicants;
        this.rounds = rounds;
        this.history = history;
        this.outbox = outbox;
        this.caller = caller;
        this.steps = steps;
        this.clock = clock;
    }

    @Transactional
    public List<Offer> mine() {
        return applicants
                .byAccount(caller.accountId())
                .map(applicant -> offers.ofTalent(applicant.talentId()))
                .orElse(List.of());
    }

    /** Takes the flat, subject to the benefit register, which is asked now. */
    @Transactional
    public Offer accept(UUID id) {
        checkMine(id);
        Offer offer = offers.locked(id).orElseThrow(ProblemException::notFound);
        Step step = steps.ofCaller("offer accepted");
        checkInTime(offer, step);
        history.persist(offer.accept(step));
        history.persist(application(offer).startClearing(step));
        outbox.append(new OfferEvent.Accepted(
                offer.id(), offer.applicationId(), offer.talentId(), offer.unitId(), offer.unitCode()));
        outbox.append(BenefitClaimed.by(offer));
        return offer;
    }

    @Transactional
    public Offer decline(UUID id, @Nullable String reason) {
        checkMine(id);
        Round round = lockRoundOf(id);
        Offer offer = offers.locked(id).orElseThrow(ProblemException::notFound);
        Step step = steps.ofCaller(reason);
        checkInTime(offer, step);
        history.persist(offer.decline(step));
        history.persist(application(offer).lapse(step.because("offer declined")));
        outbox.append(new OfferEvent.Declined(
                offer.id(), offer.applicationId(), offer.talentId(), offer.unitId(), offer.unitCode()));
        desk.passOn(round, offer.unitId(), step.because("offer declined"));
        return offer;
    }

    @Transactional
    public List<UUID> due(int limit) {
        return offers.due(clock.instant(), limit);
    }

    /** Ends an offer that was not answered. Whoever comes second finds it ended and does nothing. */
    @Transactional
    public void expire(UUID id) {
        Round round = lockRoundOf(id);
        Offer offer = offers.locked(id).orElseThrow(ProblemException::notFound);
        Step step = steps.ofSystem("offer not answered in time");
        if (offer.status() != OfferStatus.ACTIVE || !offer.isOverAt(step.at())) {
            return;
        }
        history.persist(offer.expire(step));
        history.persist(application(offer).lapse(step));
        outbox.append(new OfferEvent.Expired(
                offer.id(), offer.applicationId(), offer.talentId(), offer.unitId(), offer.unitCode()));
        desk.passOn(round, offer.unitId(), step);
    }

    /** The register refused: the household cannot have the flat, the next in line can. */
    @Transactional
    public void withdraw(UUID id, String reasonCode, @Nullable String heldKind, Step step) {
        Round round = lockRoundOf(id);
        Offer offer = offers.locked(id).orElseThrow(ProblemException::notFound);
        history.persist(offer.withdraw(reasonCode, heldKind, step));
        outbox.append(new OfferEvent.Withdrawn(
                offer.id(),
                offer.applicationId(),
                offer.talentId(),
                offer.unitId(),
                offer.unitCode(),
                reasonCode,
                heldKind));
        desk.passOn(round, offer.unitId(), step);
    }

    private static void checkInTime(Offer offer, Step step) {
        if (offer.status() == OfferStatus.ACTIVE && offer.isOverAt(step.at())) {
            throw new ProblemException(OfferProblem.OFFER_DEADLINE_PASSED, offer.answerBy());
        }
    }

    private void checkMine(UUID offerId) {
        boolean isMine = applicants
                .byAccount(caller.accountId())
                .filter(applicant -> offers.isOf(applicant.talentId(), offerId))
                .isPresent();
        if (!isMine) {
            throw ProblemException.notFound();
        }
    }

    private Round lockRoundOf(UUID offerId) {
        return offers.roundOf(offerId).flatMap(rounds::locked).orElseThrow(ProblemException::notFound);
    }

    private Application application(Offer offer) {
        return applications.locked(offer.applicationId()).orElseThrow();
    }
}
