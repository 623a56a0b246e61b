package cn.qingcheng.housing.release;

import cn.qingcheng.housing.history.StateChangeRepository;
import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.housing.stock.Unit;
import cn.qingcheng.housing.stock.UnitReleased;
import cn.qingcheng.housing.stock.UnitRepository;
import cn.qingcheng.housing.stock.UnitStatus;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class ReleaseService {

    private final ReleaseBatchRepository batches;
    private final UnitRepository units;
    private final StateChangeRepository history;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Steps steps;

    ReleaseService(
            ReleaseBatchRepository batches,
            UnitRepository units,
            StateChangeRepository history,
            Outbox outbox,
            AuditTrail audit,
            Steps steps) {
        this.batches = batches;
        this.units = units;
        this.history = history;
        this.outbox = outbox;
        this.audit = audit;
        this.steps = steps;
    }

    @Transactional
    public ReleaseBatch release(CreateReleaseBatchRequest request) {
        if (batches.isNamed(request.name())) {
            throw new ProblemException(ReleaseProblem.BATCH_NAME_TAKEN, request.name());
        }
        List<Unit> chosen = choose(request.unitSelection());
        Step step = steps.ofCaller("release batch " + request.name());
        ReleaseBatch batch =
                new ReleaseBatch(request.name(), request.unitSelection().estate(), chosen.size(), step);
        batches.persist(batch);
        chosen.forEach(unit -> history.persist(unit.release(batch.id(), step)));
        outbox.appendAll(chosen.stream()
                .map(unit ->
                        new UnitReleased(unit.id(), unit.code(), unit.estateCode(), unit.regionCode(), batch.name()))
                .toList());
        audit.record("UNITS_RELEASED", "release-batch", batch.id().toString(), batch.name());
        return batch;
    }

    @Transactional
    public ReleaseBatch get(UUID id) {
        return batches.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    @Transactional
    public Page<ReleaseBatch> list(PageQuery query) {
        UUID after = query.afterId();
        return Page.of(
                batches.after(after, query.limit()),
                query.size(),
                last -> PageToken.of(last.id().toString()));
    }

    private List<Unit> choose(UnitSelection selection) {
        Integer count = selection.count();
        List<String> numbers = selection.unitNumbers();
        if ((count == null) == (numbers == null)) {
            throw ProblemException.invalidInput(List.of(InputError.of("/unitSelection", "COUNT_OR_UNIT_NUMBERS")));
        }
        if (numbers != null) {
            return named(numbers);
        }
        int wanted = count == null ? 0 : count;
        List<Unit> prepared = units.lockPrepared(selection.estate(), wanted);
        if (prepared.size() < wanted) {
            throw new ProblemException(ReleaseProblem.NOT_ENOUGH_PREPARED_UNITS, prepared.size(), wanted)
                    .with("prepared", prepared.size());
        }
        return prepared;
    }

    private List<Unit> named(List<String> numbers) {
        Map<String, Unit> found =
                units.lockByCodes(numbers).stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Unit unit = found.get(numbers.get(i));
            String pointer = "/unitSelection/unitNumbers/" + i;
            if (unit == null) {
                errors.add(InputError.of(pointer, "UNKNOWN_UNIT"));
            } else if (unit.status() != UnitStatus.PREPARED) {
                errors.add(InputError.of(pointer, "UNIT_NOT_PREPARED"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
        return List.copyOf(found.values());
    }
}
