package cn.qingcheng.talent.sync;

import cn.qingcheng.kit.bulk.Row;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.standard.ResidentId;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.talent.registry.EducationRecord;
import cn.qingcheng.talent.registry.EducationRecordRepository;
import cn.qingcheng.talent.registry.PersonalData;
import cn.qingcheng.talent.registry.Registry;
import cn.qingcheng.talent.registry.SourceKey;
import cn.qingcheng.talent.registry.Talent;
import cn.qingcheng.talent.registry.TalentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes some rows of an upload into the registry, in the transaction of its caller. */
@ApplicationScoped
class ChunkImport {

    private final Registry registry;
    private final TalentRepository talents;
    private final EducationRecordRepository educationRecords;
    private final PersonalData personalData;
    private final SyncResultRepository results;
    private final Clock clock;

    ChunkImport(
            Registry registry,
            TalentRepository talents,
            EducationRecordRepository educationRecords,
            PersonalData personalData,
            SyncResultRepository results,
            Clock clock) {
        this.registry = registry;
        this.talents = talents;
        this.educationRecords = educationRecords;
        this.personalData = personalData;
        this.results = results;
        this.clock = clock;
    }

    void apply(SyncBatch batch, List<Row<GraduateRow>> rows) {
        Chunk chunk = load(batch, rows);
        List<SyncResult> outcomes = new ArrayList<>(rows.size());
        for (Row<GraduateRow> row : rows) {
            SyncResult result = chunk.take(row);
            batch.add(result.outcome());
            outcomes.add(result);
        }
        registry.announce(chunk.registered);
        registry.publish(chunk.changed);
        results.persist(outcomes);
    }

    /** Reads all that the rows may meet in three queries, however many rows there are. */
    private Chunk load(SyncBatch batch, List<Row<GraduateRow>> rows) {
        List<GraduateRow> readable = rows.stream()
                .filter(row -> row.errors().isEmpty())
                .map(Row::value)
                .filter(Objects::nonNull)
                .toList();
        List<String> externalIds =
                readable.stream().map(GraduateRow::externalId).distinct().toList();
        Chunk chunk = new Chunk(batch, results.taken(batch.id(), externalIds));
        for (EducationRecord known : educationRecords.ofSource(batch.source(), externalIds)) {
            chunk.recordsByExternalId.put(known.key().externalId(), known);
        }
        List<byte[]> indexes = readable.stream()
                .map(row -> personalData.indexOf(row.idNumber()))
                .toList();
        for (Talent known : talents.byIdNumbers(indexes)) {
            chunk.talentsByIdNumber.put(personalData.open(known).idNumber(), known);
        }
        return chunk;
    }

    /** What a chunk has met so far; its rows see what the rows before them did. */
    private final class Chunk {

        private final SyncBatch batch;
        private final Set<String> taken;
        private final Map<String, EducationRecord> recordsByExternalId = new HashMap<>();
        private final Map<String, Talent> talentsByIdNumber = new HashMap<>();
        private final List<Talent> registered = new ArrayList<>();
        private final Set<Talent> changed = new LinkedHashSet<>();

        private Chunk(SyncBatch batch, Set<String> taken) {
            this.batch = batch;
            this.taken = taken;
        }

        private SyncResult take(Row<GraduateRow> row) {
            ResultKey key = new ResultKey(batch.id(), row.number());
            GraduateRow graduate = row.value();
            if (graduate == null || !row.errors().isEmpty()) {
                return SyncResult.rejected(key, graduate == null ? null : graduate.externalId(), row.errors());
            }
            EducationRecord known = recordsByExternalId.get(graduate.externalId());
            byte[] digest = personalData.digestOf(graduate.content());
            List<InputError> errors = conflicts(graduate, known, digest);
            if (!errors.isEmpty()) {
                return SyncResult.rejected(key, graduate.externalId(), errors);
            }
            taken.add(graduate.externalId());
            return known == null ? create(key, graduate, digest) : change(key, known, graduate, digest);
        }

        private List<InputError> conflicts(GraduateRow row, @Nullable EducationRecord known, byte[] digest) {
            if (taken.contains(row.externalId())) {
                return List.of(InputError.of("/externalId", "DUPLICATE_EXTERNAL_ID"));
            }
            List<InputError> errors = new ArrayList<>();
            if (known != null && known.sourceVersion() == row.sourceVersion() && !known.says(digest)) {
                errors.add(InputError.of("/sourceVersion", "VERSION_REUSED"));
            }
            if (row.graduatedOn().isBefore(birthDate(row))) {
                errors.add(InputError.of("/graduatedOn", "BEFORE_BIRTH"));
            }
            Talent talent = talentsByIdNumber.get(row.idNumber());
            if (known != null && !known.talent().equals(talent)) {
                errors.add(InputError.of("/idNumber", "ID_NUMBER_OF_ANOTHER"));
            } else if (talent != null && !mayRename(known, talent) && !hasName(talent, row)) {
                errors.add(InputError.of("/name", "NAME_CONFLICT"));
            }
            return errors;
        }

        /** Only who told of a person first corrects her name, and only in the record that told it. */
        private boolean mayRename(@Nullable EducationRecord known, Talent talent) {
            return known != null && talent.isOwnedBy(batch.source());
        }

        private boolean hasName(Talent talent, GraduateRow row) {
            return personalData.open(talent).name().equals(row.person().name());
        }

        private LocalDate birthDate(GraduateRow row) {
            return ResidentId.of(row.idNumber(), CityTime.today(clock)).birthDate();
        }

        private SyncResult create(ResultKey key, GraduateRow row, byte[] digest) {
            Talent talent = talentsByIdNumber.get(row.idNumber());
            if (talent == null) {
                talent = registry.register(batch.source(), row.person(), row.householdRegion());
                registered.add(talent);
                talentsByIdNumber.put(row.idNumber(), talent);
            }
            SourceKey sourceKey = new SourceKey(batch.source(), row.externalId());
            registry.addStudy(talent, sourceKey, row.sourceVersion(), digest, row.study());
            changed.add(talent);
            return SyncResult.taken(key, row.externalId(), RowOutcome.CREATED, talent.id());
        }

        private SyncResult change(ResultKey key, EducationRecord known, GraduateRow row, byte[] digest) {
            Talent talent = known.talent();
            if (row.sourceVersion() < known.sourceVersion()) {
                return SyncResult.taken(key, row.externalId(), RowOutcome.STALE_IGNORED, talent.id());
            }
            if (known.says(digest)) {
                known.confirm(row.sourceVersion(), clock.instant());
                return SyncResult.taken(key, row.externalId(), RowOutcome.UNCHANGED, talent.id());
            }
            if (talent.isOwnedBy(batch.source())) {
                registry.describe(talent, row.person(), row.householdRegion());
            }
            registry.changeStudy(known, row.sourceVersion(), digest, row.study());
            changed.add(talent);
            return SyncResult.taken(key, row.externalId(), RowOutcome.UPDATED, talent.id());
        }
    }
}
