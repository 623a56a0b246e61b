package cn.qingcheng.housing.stock;

import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class StockService {

    private final EstateRepository estates;
    private final UnitRepository units;
    private final StateChangeRepository history;
    private final Steps steps;
    private final AuditTrail audit;
    private final Clock clock;

    StockService(
            EstateRepository estates,
            UnitRepository units,
            StateChangeRepository history,
            Steps steps,
            AuditTrail audit,
            Clock clock) {
        this.estates = estates;
        this.units = units;
        this.history = history;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Estate createEstate(CreateEstateRequest request) {
        if (estates.byCode(request.code()).isPresent()) {
            throw new ProblemException(StockProblem.ESTATE_CODE_TAKEN, request.code());
        }
        Estate estate =
                new Estate(request.code(), request.name(), request.regionCode(), request.address(), clock.instant());
        estates.persist(estate);
        audit.record("ESTATE_CREATED", "estate", estate.id().toString(), null);
        return estate;
    }

    @Transactional
    public Page<EstateResponse> estates(PageQuery query) {
        List<Estate> found = estates.after(firstKey(query), query.limit());
        return Page.of(
                found.stream().map(EstateResponse::from).toList(), query.size(), estate -> PageToken.of(estate.code()));
    }

    @Transactional
    public Estate estate(String code) {
        return estates.byCode(code).orElseThrow(ProblemException::notFound);
    }

    @Transactional
    public FoundUnits search(UnitSearch search, PageQuery query) {
        return FoundUnits.of(units.search(search, firstKey(query), query.limit()), query);
    }

    @Transactional
    public Unit unit(UUID id) {
        return units.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    @Transactional
    public Unit prepare(UUID id) {
        Unit unit = lock(id);
        history.persist(unit.prepare(steps.ofCaller()));
        return unit;
    }

    @Transactional
    public Unit withdraw(UUID id, String reason) {
        Unit unit = lock(id);
        history.persist(unit.withdraw(steps.ofCaller(reason)));
        audit.record("UNIT_WITHDRAWN", "unit", id.toString(), reason);
        return unit;
    }

    private Unit lock(UUID id) {
        return units.locked(id).orElseThrow(ProblemException::notFound);
    }

    private static @Nullable String firstKey(PageQuery query) {
        List<String> keys = query.after();
        return keys.isEmpty() ? null : keys.get(0);
    }
}
