package cn.qingcheng.platform.intake;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.bulk.Row;
import cn.qingcheng.kit.caller.Caller;
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
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports are committed chunk by chunk, so that a long one holds no long transaction and shows how far it is. */
@ApplicationScoped
class ImportService {

    private static final TypeReference<List<InputError>> ERRORS = new TypeReference<>() {};

    private final ImportRunRepository imports;
    private final ImportedRowRepository rows;
    private final AuditTrail auditTrail;
    private final Caller caller;
    private final ProblemTexts texts;
    private final ObjectMapper json;
    private final Clock clock;

    ImportService(
            ImportRunRepository imports,
            ImportedRowRepository rows,
            AuditTrail auditTrail,
            Caller caller,
            ProblemTexts texts,
            ObjectMapper json,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.auditTrail = auditTrail;
        this.caller = caller;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public UUID begin(ImportKind kind) {
        ImportRun begun = new ImportRun(kind, caller.accountId(), clock.instant());
        imports.persist(begun);
        auditTrail.record(kind + "_IMPORTED", "import", begun.id().toString(), null);
        return begun.id();
    }

    @Transactional
    public <T> void take(UUID importId, Intake<T> intake, List<Row<T>> chunk) {
        imports.takeTurn(intake.kind());
        ImportRun running = find(importId);
        Map<Row<T>, List<InputError>> rejected = rejected(importId, intake, chunk);
        List<T> good = chunk.stream()
                .filter(row -> !rejected.containsKey(row))
                .map(Row::value)
                .filter(Objects::nonNull)
                .toList();
        Iterator<Taken> taken = intake.take(good).iterator();
        for (Row<T> row : chunk) {
            List<InputError> errors = rejected.get(row);
            Taken result = errors == null ? taken.next() : Taken.rejected(errors);
            running.count(result.outcome());
            T value = row.value();
            String code = value == null ? null : codeOf(intake, value);
            rows.persist(new ImportedRow(importId, row.number(), code, result, write(result.errors())));
        }
    }

    @Transactional
    public void end(UUID importId, ImportStatus how) {
        find(importId).end(how, clock.instant());
    }

    @Transactional
    public ImportResponse get(UUID importId) {
        return ImportResponse.from(find(importId));
    }

    @Transactional
    public Page<RowResult> results(UUID importId, @Nullable RowOutcome outcome, PageQuery query) {
        find(importId);
        List<ImportedRow> found = rows.after(importId, outcome, lastRow(query), query.limit());
        return Page.of(found, query.size(), last -> PageToken.of(Long.toString(last.rowNumber())))
                .map(row -> RowResult.from(row, texts.localise(read(row.errors()))));
    }

    /** Rows that are wrong in themselves, and those whose code an earlier row has. */
    private <T> Map<Row<T>, List<InputError>> rejected(UUID importId, Intake<T> intake, List<Row<T>> chunk) {
        List<String> codes = chunk.stream()
                .filter(Row::isGood)
                .map(Row::value)
                .filter(Objects::nonNull)
                .map(intake::codeOf)
                .toList();
        Set<String> seen = codes.isEmpty() ? new HashSet<>() : rows.takenAmong(codes, importId);
        Map<Row<T>, List<InputError>> rejected = new LinkedHashMap<>();
        for (Row<T> row : chunk) {
            T value = row.value();
            if (value == null || !row.isGood()) {
                rejected.put(row, row.errors());
            } else if (!seen.add(intake.codeOf(value))) {
                rejected.put(row, List.of(InputError.of("/code", "DUPLICATE_CODE")));
            }
        }
        return rejected;
    }

    /** The code of a row that may be wrong: then it can be missing or too long to keep. */
    private static <T> @Nullable String codeOf(Intake<T> intake, T row) {
        String code = intake.codeOf(row);
        return code != null && code.length() <= 40 ? code : null;
    }

    private static long lastRow(PageQuery query) {
        List<String> after = query.after();
        try {
            return after.isEmpty() ? 0 : Long.parseLong(after.get(0));
        } catch (NumberFormatException e) {
            throw PageToken.bad();
        }
    }

    private ImportRun find(UUID importId) {
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
