package cn.qingcheng.housing.round;

import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.housing.stock.UnitResponse;
import cn.qingcheng.housing.stock.UnitStatus;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class RoundService {

    private final RoundRepository rounds;
    private final UnitRepository units;
    private final StateChangeRepository history;
    private final AuditTrail audit;
    private final Steps steps;

    RoundService(
            RoundRepository rounds,
            UnitRepository units,
            StateChangeRepository history,
            AuditTrail audit,
            Steps steps) {
        this.rounds = rounds;
        this.units = units;
        this.history = history;
        this.audit = audit;
        this.steps = steps;
    }

    @Transactional
    public Round create(CreateRoundRequest request) {
        if (rounds.isCoded(request.code())) {
            throw new ProblemException(RoundProblem.ROUND_CODE_TAKEN, request.code());
        }
        checkUnits(request.unitIds());
        Step step = steps.ofCaller();
        Round round = new Round(request, step);
        rounds.persistAndFlush(round);
        rounds.addUnits(round.id(), request.unitIds());
        history.persist(round.created(step));
        audit.record("ROUND_CREATED", "round", round.id().toString(), round.code());
        return round;
    }

    @Transactional
    public Round open(UUID id) {
        Round round = lock(id);
        history.persist(round.open(steps.ofCaller()));
        audit.record("ROUND_OPENED", "round", id.toString(), null);
        return round;
    }

    @Transactional
    public Round close(UUID id) {
        Round round = lock(id);
        history.persist(round.close(steps.ofCaller()));
        audit.record("ROUND_CLOSED", "round", id.toString(), null);
        return round;
    }

    @Transactional
    public Round get(UUID id) {
        return rounds.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    @Transactional
    public Page<Round> list(PageQuery query) {
        UUID after = query.afterId();
        return Page.of(
                rounds.after(after, query.limit()),
                query.size(),
                last -> PageToken.of(last.id().toString()));
    }

    @Transactional
    public Page<UnitResponse> units(UUID id, PageQuery query) {
        get(id);
        @Nullable String after = query.after().stream().findFirst().orElse(null);
        List<Unit> found = units.byIds(rounds.unitsOf(id)).stream()
                .filter(unit -> after == null || unit.code().compareTo(after) > 0)
                .limit(query.limit())
                .toList();
        return Page.of(found, query.size(), last -> PageToken.of(last.code())).map(UnitResponse::from);
    }

    private Round lock(UUID id) {
        return rounds.locked(id).orElseThrow(ProblemException::notFound);
    }

    private void checkUnits(List<UUID> unitIds) {
        Map<UUID, Unit> found = units.byIds(unitIds).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        Set<UUID> taken = rounds.unitsInRounds(unitIds);
        Set<UUID> seen = new HashSet<>();
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < unitIds.size(); i++) {
            UUID unitId = unitIds.get(i);
            @Nullable String code = fault(unitId, found.get(unitId), taken, seen);
            if (code != null) {
                errors.add(InputError.of("/unitIds/" + i, code));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
    }

    private static @Nullable String fault(UUID id, @Nullable Unit unit, Set<UUID> taken, Set<UUID> seen) {
        if (!seen.add(id)) {
            return "DUPLICATE_UNIT";
        }
        if (unit == null) {
            return "UNKNOWN_UNIT";
        }
        if (unit.status() != UnitStatus.RELEASED) {
            return "UNIT_NOT_RELEASED";
        }
        return taken.contains(id) ? "UNIT_IN_OTHER_ROUND" : null;
    }
}
