package cn.qingcheng.housing.draw;

import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.application.ApplicationStatus;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.lottery.Allocation;
import cn.qingcheng.housing.lottery.DrawnTicket;
import cn.qingcheng.housing.lottery.Lottery;
import cn.qingcheng.housing.lottery.Placement;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.round.RoundStatus;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.housing.stock.UnitStatus;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Entropy of two officers, then the draw. All steps of one round come one after the other, by its lock. */
@ApplicationScoped
public class DrawService {

    private final RoundRepository rounds;
    private final DrawRepository draws;
    private final RoundTicketRepository tickets;
    private final DrawPlacementRepository placements;
    private final ApplicationRepository applications;
    private final UnitRepository units;
    private final StateChangeRepository history;
    private final AuditTrail audit;
    private final Steps steps;

    DrawService(
            RoundRepository rounds,
            DrawRepository draws,
            RoundTicketRepository tickets,
            DrawPlacementRepository placements,
            ApplicationRepository applications,
            UnitRepository units,
            StateChangeRepository history,
            AuditTrail audit,
            Steps steps) {
        this.rounds = rounds;
        this.draws = draws;
        this.tickets = tickets;
        this.placements = placements;
        this.applications = applications;
        this.units = units;
        this.history = history;
        this.audit = audit;
        this.steps = steps;
    }

    /** The first officer enters, a second one enters the same. */
    @Transactional
    public Draw enterEntropy(UUID roundId, String entropy) {
        lockCommitted(roundId);
        if (draws.hadEntropy(roundId, entropy)) {
            throw new ProblemException(DrawProblem.ENTROPY_USED_BEFORE);
        }
        Step step = steps.ofCaller();
        Draw draw = draws.valid(roundId).orElse(null);
        if (draw == null) {
            draw = new Draw(roundId, draws.nextSequence(roundId), entropy, step);
            draws.persist(draw);
        } else if (draw.status() != DrawStatus.ENTROPY_ENTERED) {
            throw new ProblemException(DrawProblem.ENTROPY_ALREADY_CONFIRMED);
        } else {
            enterAgain(draw, entropy, step);
        }
        audit.record("ENTROPY_ENTERED", "round", roundId.toString(), entropy);
        return draw;
    }

    @Transactional
    public Draw draw(UUID roundId) {
        Round round = lockCommitted(roundId);
        Step step = steps.ofCaller();
        Instant notBefore = Objects.requireNonNull(round.drawNotBefore(), "a committed list has its publicity");
        if (step.at().isBefore(notBefore)) {
            throw new ProblemException(DrawProblem.PUBLICITY_RUNNING, notBefore).with("until", notBefore);
        }
        Draw draw = draws.valid(roundId)
                .filter(entered -> entered.status() == DrawStatus.ENTROPY_CONFIRMED)
                .orElseThrow(() -> new ProblemException(DrawProblem.ENTROPY_MISSING));
        allocate(round, draw, step);
        history.persist(round.drawn(step.because("draw " + draw.sequence())));
        audit.record("ROUND_DRAWN", "round", roundId.toString(), draw.seed());
        return draw;
    }

    /** Sets the draw aside for ever; the next one needs new entropy. */
    @Transactional
    public Draw voidDraw(UUID roundId, String reason) {
        Round round = rounds.locked(roundId).orElseThrow(ProblemException::notFound);
        Draw draw = draws.valid(roundId).orElseThrow(() -> new ProblemException(DrawProblem.ENTROPY_MISSING));
        Step step = steps.ofCaller(reason);
        draw.voidFor(reason, step);
        if (round.status() == RoundStatus.DRAWN) {
            history.persist(round.drawVoided(step));
        }
        audit.record("DRAW_VOIDED", "round", roundId.toString(), reason);
        return draw;
    }

    private static void enterAgain(Draw draw, String entropy, Step step) {
        boolean isSame = draw.entropy().equals(entropy);
        if (draw.wasEnteredBy(step.by())) {
            if (isSame) {
                throw new ProblemException(DrawProblem.SECOND_OFFICER_NEEDED);
            }
            draw.correct(entropy, step);
        } else if (isSame) {
            draw.confirm(step);
        } else {
            throw new ProblemException(DrawProblem.ENTROPY_DIFFERS);
        }
    }

    private void allocate(Round round, Draw draw, Step step) {
        List<RoundTicket> frozen = tickets.of(round.id());
        Map<String, UUID> applicationOf =
                frozen.stream().collect(Collectors.toMap(RoundTicket::ticketId, RoundTicket::applicationId));
        List<Unit> toGive = units.byIds(rounds.unitsOf(round.id()));
        Map<String, UUID> free = toGive.stream()
                .filter(unit -> unit.status() == UnitStatus.RELEASED)
                .collect(Collectors.toMap(Unit::code, Unit::id));
        List<String> unavailable = toGive.stream()
                .map(Unit::code)
                .filter(code -> !free.containsKey(code))
                .toList();
        String seed = Lottery.seed(round.code(), Objects.requireNonNull(round.listDigest()), draw.entropy());
        List<DrawnTicket> line =
                Lottery.order(seed, frozen.stream().map(RoundTicket::ticket).toList());
        for (Placement placement : Allocation.allocate(line, free.keySet(), struck(applicationOf))) {
            UUID applicationId = Objects.requireNonNull(
                    applicationOf.get(placement.drawn().ticket().id()));
            UUID unitId = placement.unit() == null ? null : free.get(placement.unit());
            placements.persist(new DrawPlacement(draw.id(), applicationId, placement, unitId));
        }
        draw.draw(seed, unavailable, step);
    }

    /** Tickets whose household has gone since the list was frozen. */
    private Set<String> struck(Map<String, UUID> applicationOf) {
        Set<String> struck = new HashSet<>();
        for (Application application : applications.byIds(applicationOf.values())) {
            if (application.status() != ApplicationStatus.IN_ROUND) {
                struck.add(application.number());
            }
        }
        return struck;
    }

    private Round lockCommitted(UUID roundId) {
        Round round = rounds.locked(roundId).orElseThrow(ProblemException::notFound);
        if (round.status() != RoundStatus.LIST_COMMITTED) {
            throw new ProblemException(DrawProblem.LIST_NOT_COMMITTED, round.code())
                    .with("roundStatus", round.status().name());
        }
        return round;
    }
}
