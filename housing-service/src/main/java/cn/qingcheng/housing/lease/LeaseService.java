package cn.qingcheng.housing.lease;

import cn.qingcheng.housing.applicant.ApplicantRepository;
import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationEvent;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.offer.Offer;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.caller.Caller;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.time.CityTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a cleared offer to the keys. */
@ApplicationScoped
public class LeaseService {

    private final LeaseRepository leases;
    private final UnitRepository units;
    private final RoundRepository rounds;
    private final ApplicationRepository applications;
    private final ApplicantRepository applicants;
    private final StateChangeRepository history;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Steps steps;

    LeaseService(
            LeaseRepository leases,
            UnitRepository units,
            RoundRepository rounds,
            ApplicationRepository applications,
            ApplicantRepository applicants,
            StateChangeRepository history,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Steps steps) {
        this.leases = leases;
        this.units = units;
        this.rounds = rounds;
        this.applications = applications;
        this.applicants = applicants;
        this.history = history;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.steps = steps;
    }

    /** Draws the lease up; it starts the day the register clears, so that the tenant can move in the same day. */
    @Transactional
    public Lease create(Offer offer, Step step) {
        Unit unit = units.findById(offer.unitId());
        LocalDate startsOn = LocalDate.ofInstant(step.at(), CityTime.ZONE);
        int months = rounds.findById(offer.roundId()).leaseMonths();
        LeaseTerms terms = new LeaseTerms(
                String.format(Locale.ROOT, "HL-%d-%04d", startsOn.getYear(), leases.nextNumber()),
                offer.unitCode(),
                offer.talentId(),
                startsOn,
                startsOn.plusMonths(months),
                unit.baseRentFen(),
                unit.depositFen());
        Lease lease = new Lease(offer, terms, step);
        leases.persist(lease);
        history.persist(lease.created(step));
        outbox.append(new LeaseEvent.Created(
                lease.id(),
                lease.number(),
                lease.talentId(),
                lease.unitId(),
                lease.unitCode(),
                lease.startsOn(),
                lease.endsOn()));
        return lease;
    }

    @Transactional
    public List<Lease> mine() {
        return applicants
                .byAccount(caller.accountId())
                .map(applicant -> leases.ofTalent(applicant.talentId()))
                .orElse(List.of());
    }

    /** The tenant signs; from now on the unit is let and no round can give it. */
    @Transactional
    public Lease sign(UUID id) {
        Lease lease = applicants
                .byAccount(caller.accountId())
                .flatMap(applicant -> leases.lockedOf(applicant.talentId(), id))
                .orElseThrow(ProblemException::notFound);
        Step step = steps.ofCaller("lease " + lease.number() + " signed");
        history.persist(lease.sign(step));
        Unit unit = units.locked(lease.unitId()).orElseThrow();
        history.persist(unit.lease(step));
        rounds.unitLeaves(unit.id());
        outbox.append(
                new LeaseEvent.Signed(lease.id(), lease.number(), lease.talentId(), lease.unitId(), lease.unitCode()));
        audit.record("LEASE_SIGNED", "lease", id.toString(), lease.termsDigest());
        return lease;
    }

    @Transactional
    public Lease handOver(UUID id, HandOverRequest readings) {
        Lease lease = leases.locked(id).orElseThrow(ProblemException::notFound);
        Step step = steps.ofCaller("keys of " + lease.unitCode() + " handed over");
        history.persist(lease.handOver(readings, step));
        history.persist(lease.activate(step));
        Application application = applications.locked(lease.applicationId()).orElseThrow();
        history.persist(application.house(step));
        outbox.append(new LeaseEvent.HandedOver(
                lease.id(), lease.number(), lease.talentId(), lease.unitId(), lease.unitCode()));
        outbox.append(new ApplicationEvent.Housed(application.id(), application.number(), application.talentId()));
        audit.record("KEYS_HANDED_OVER", "lease", id.toString(), null);
        return lease;
    }

    @Transactional
    public Page<Lease> search(@Nullable LeaseStatus status, PageQuery query) {
        UUID after = query.afterId();
        return Page.of(
                leases.search(status, after, query.limit()),
                query.size(),
                last -> PageToken.of(last.id().toString()));
    }

    @Transactional
    public Lease get(UUID id) {
        return leases.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }
}
