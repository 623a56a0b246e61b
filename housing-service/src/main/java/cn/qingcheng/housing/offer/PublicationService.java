package cn.qingcheng.housing.offer;

import cn.qingcheng.housing.application.Application;
import cn.qingcheng.housing.application.ApplicationEvent;
import cn.qingcheng.housing.application.ApplicationRepository;
import cn.qingcheng.housing.application.ApplicationStatus;
import cn.qingcheng.housing.draw.Draw;
import cn.qingcheng.housing.draw.DrawPlacement;
import cn.qingcheng.housing.draw.DrawPlacementRepository;
import cn.qingcheng.housing.draw.DrawProblem;
import cn.qingcheng.housing.draw.DrawRepository;
import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.housing.stock.UnitStatus;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publishes a draw: each household learns its place, and has an offer or stands by. */
@ApplicationScoped
public class PublicationService {

    private final RoundRepository rounds;
    private final DrawRepository draws;
    private final DrawPlacementRepository placements;
    private final ApplicationRepository applications;
    private final UnitRepository units;
    private final OfferDesk desk;
    private final StateChangeRepository history;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Steps steps;

    PublicationService(
            RoundRepository rounds,
            DrawRepository draws,
            DrawPlacementRepository placements,
            ApplicationRepository applications,
            UnitRepository units,
            OfferDesk desk,
            StateChangeRepository history,
            Outbox outbox,
            AuditTrail audit,
            Steps steps) {
        this.rounds = rounds;
        this.draws = draws;
        this.placements = placements;
        this.applications = applications;
        this.units = units;
        this.desk = desk;
        this.history = history;
        this.outbox = outbox;
        this.audit = audit;
        this.steps = steps;
    }

    @Transactional
    public Round publish(UUID roundId) {
        Round round = rounds.locked(roundId).orElseThrow(ProblemException::notFound);
        Step step = steps.ofCaller("draw published");
        history.persist(round.publish(step));
        Draw draw = draws.valid(roundId).orElseThrow(() -> new ProblemException(DrawProblem.ENTROPY_MISSING));
        draw.publish(step);
        List<Unit> unclaimed = placeAll(round, placements.of(draw.id()), step);
        unclaimed.forEach(unit -> desk.offerNext(round, unit, step));
        audit.record("ROUND_PUBLISHED", "round", roundId.toString(), draw.seed());
        return round;
    }

    /** Answers the units that went to a household that has withdrawn since the draw. */
    private List<Unit> placeAll(Round round, List<DrawPlacement> line, Step step) {
        Map<UUID, Application> byId =
                applications
                        .lockByIds(
                                line.stream().map(DrawPlacement::applicationId).toList())
                        .stream()
                        .collect(Collectors.toMap(Application::id, Function.identity()));
        Map<UUID, Unit> drawn =
                units
                        .byIds(line.stream()
                                .map(DrawPlacement::unitId)
                                .flatMap(Stream::ofNullable)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Unit::id, Function.identity()));
        List<Unit> unclaimed = new ArrayList<>();
        for (DrawPlacement placement : line) {
            @Nullable UUID unitId = placement.unitId();
            Unit unit = unitId == null ? null : drawn.get(unitId);
            boolean isFree = unit != null && unit.status() == UnitStatus.RELEASED;
            Application application = byId.get(placement.applicationId());
            if (application == null || application.status() != ApplicationStatus.IN_ROUND) {
                if (isFree) {
                    unclaimed.add(unit);
                }
                continue;
            }
            place(round, placement, application, isFree ? unit : null, step);
        }
        return unclaimed;
    }

    private void place(Round round, DrawPlacement placement, Application application, @Nullable Unit unit, Step step) {
        outbox.append(new ApplicationEvent.Drawn(
                application.id(), application.number(), application.talentId(), round.code(), placement.place()));
        if (unit != null) {
            desk.make(round, application, unit, step);
            return;
        }
        history.persist(application.waitlist(step));
        outbox.append(new ApplicationEvent.Waitlisted(
                application.id(), application.number(), application.talentId(), round.code()));
    }
}
