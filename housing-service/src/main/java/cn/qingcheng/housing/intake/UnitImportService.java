package cn.qingcheng.housing.intake;

import cn.qingcheng.housing.history.Step;
import cn.qingcheng.housing.history.Steps;
import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.bulk.Row;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.problem.ProblemTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports are committed chunk by chunk, so that a long one holds no long transaction and shows its progress. */
@ApplicationScoped
public class UnitImportService {

    private static final TypeReference<List<InputError>> ERRORS = new TypeReference<>() {};

    private final UnitImportRepository imports;
    private final UnitImportRowRepository rows;
    private final UnitIntake intake;
    private final Steps steps;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final ProblemTexts texts;
    private final Clock clock;

    UnitImportService(
            UnitImportRepository imports,
            UnitImportRowRepository rows,
            UnitIntake intake,
            Steps steps,
            AuditTrail audit,
            ObjectMapper json,
            ProblemTexts texts,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.intake = intake;
        this.steps = steps;
        this.audit = audit;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    public UUID begin() {
        UnitImport begun = new UnitImport(steps.ofCaller());
        imports.persist(begun);
        audit.record("UNITS_IMPORTED", "unit-import", begun.id().toString(), null);
        return begun.id();
    }

    @Transactional
    public void take(UUID importId, List<Row<UnitRow>> chunk) {
        UnitImport running = find(importId);
        Step step = steps.ofCaller("import " + importId);
        List<UnitIntake.Result> results = intake.take(importId, chunk, step);
        for (int i = 0; i < results.size(); i++) {
            UnitIntake.Result result = results.get(i);
            running.count(result.outcome());
            rows.persist(new UnitImportRow(
                    importId,
                    chunk.get(i).number(),
                    result.unitCode(),
                    result.unitId(),
                    result.outcome(),
                    write(result.errors())));
        }
    }

    @Transactional
    public UnitImport end(UUID importId, ImportStatus how) {
        UnitImport ended = find(importId);
        ended.end(how, clock.instant());
        return ended;
    }

    @Transactional
    public UnitImport get(UUID importId) {
        return find(importId);
    }

    @Transactional
    public Page<RowResult> results(UUID importId, @Nullable RowOutcome outcome, PageQuery query) {
        find(importId);
        long row = Objects.requireNonNullElse(query.afterNumber(), 0L);
        List<UnitImportRow> found = rows.after(importId, outcome, row, query.limit());
        return Page.of(found, query.size(), last -> PageToken.of(Long.toString(last.rowNumber())))
                .map(result -> RowResult.from(result, texts.localise(read(result.errors()))));
    }

    private UnitImport find(UUID importId) {
        return imports.findByIdOptional(importId).orElseThrow(ProblemException::notFound);
    }

    private String write(List<InputError> errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("input errors are not to be written as JSON", e);
        }
    }

    private List<InputError> read(String errors) {
        try {
            return json.readValue(errors, ERRORS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored input errors are no JSON", e);
        }
    }
}
