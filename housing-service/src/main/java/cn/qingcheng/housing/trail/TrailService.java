package cn.qingcheng.housing.trail;

import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.draw.Draw;
import cn.qingcheng.housing.draw.DrawRepository;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.lease.Lease;
import cn.qingcheng.housing.lease.LeaseRepository;
import cn.qingcheng.housing.offer.Offer;
import cn.qingcheng.housing.offer.OfferRepository;
import cn.qingcheng.housing.release.ReleaseBatchRepository;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.housing.stock.UnitResponse;
import cn.qingcheng.housing.trail.TrailResponse.BatchEntry;
import cn.qingcheng.housing.trail.TrailResponse.DrawEntry;
import cn.qingcheng.housing.trail.TrailResponse.RoundEntry;
import cn.qingcheng.housing.trail.TrailResponse.StepEntry;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the trail together from the one table of history. That somebody read it is itself recorded. */
@ApplicationScoped
public class TrailService {

    private final UnitRepository units;
    private final ReleaseBatchRepository batches;
    private final RoundRepository rounds;
    private final DrawRepository draws;
    private final OfferRepository offers;
    private final ApplicationRepository applications;
    private final LeaseRepository leases;
    private final StateChangeRepository history;
    private final AuditTrail audit;

    TrailService(
            UnitRepository units,
            ReleaseBatchRepository batches,
            RoundRepository rounds,
            DrawRepository draws,
            OfferRepository offers,
            ApplicationRepository applications,
            LeaseRepository leases,
            StateChangeRepository history,
            AuditTrail audit) {
        this.units = units;
        this.batches = batches;
        this.rounds = rounds;
        this.draws = draws;
        this.offers = offers;
        this.applications = applications;
        this.leases = leases;
        this.history = history;
        this.audit = audit;
    }

    @Transactional
    public TrailResponse of(UUID unitId) {
        Unit unit = units.findByIdOptional(unitId).orElseThrow(ProblemException::notFound);
        audit.record("UNIT_TRAIL_READ", "unit", unitId.toString(), null);
        List<Round> drawnIn = rounds.everWith(unitId);
        Map<UUID, String> references = references(unit, drawnIn);
        List<StepEntry> steps = history.ofAll(references.keySet()).stream()
                .map(change -> StepEntry.from(change, references.getOrDefault(change.subjectId(), "")))
                .toList();
        return new TrailResponse(
                UnitResponse.from(unit),
                batch(unit),
                drawnIn.stream().map(this::roundEntry).toList(),
                steps);
    }

    /** Everything whose steps belong to the story, with the number people know it by. */
    private Map<UUID, String> references(Unit unit, List<Round> drawnIn) {
        Map<UUID, String> references = new HashMap<>();
        references.put(unit.id(), unit.code());
        drawnIn.forEach(round -> references.put(round.id(), round.code()));
        List<Offer> made = offers.ofUnit(unit.id());
        Map<UUID, String> numbers = new HashMap<>();
        for (Application application :
                applications.byIds(made.stream().map(Offer::applicationId).toList())) {
            numbers.put(application.id(), application.number());
        }
        made.forEach(offer -> references.put(offer.id(), numbers.getOrDefault(offer.applicationId(), "")));
        references.putAll(numbers);
        for (Lease lease : leases.ofUnit(unit.id())) {
            references.put(lease.id(), lease.number());
        }
        return references;
    }

    private @Nullable BatchEntry batch(Unit unit) {
        UUID batchId = unit.releaseBatchId();
        if (batchId == null) {
            return null;
        }
        return batches.findByIdOptional(batchId)
                .map(batch -> new BatchEntry(batch.name(), batch.releasedAt(), batch.releasedBy()))
                .orElse(null);
    }

    private RoundEntry roundEntry(Round round) {
        return new RoundEntry(
                round.id(),
                round.code(),
                round.listDigest(),
                draws.of(round.id()).stream().map(TrailService::drawEntry).toList());
    }

    private static DrawEntry drawEntry(Draw draw) {
        return new DrawEntry(
                draw.sequence(),
                draw.status().name(),
                draw.seed(),
                draw.enteredBy(),
                draw.confirmedBy(),
                draw.drawnBy());
    }
}
