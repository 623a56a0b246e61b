package cn.qingcheng.platform.cooperation;

import cn.qingcheng.platform.intake.ImportKind;
import cn.qingcheng.platform.intake.Intake;
import cn.qingcheng.platform.intake.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes institutions in by their code. */
@ApplicationScoped
class InstitutionIntake implements Intake<InstitutionRow> {

    private final InstitutionRepository institutions;
    private final Clock clock;

    InstitutionIntake(InstitutionRepository institutions, Clock clock) {
        this.institutions = institutions;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.INSTITUTIONS;
    }

    @Override
    public Class<InstitutionRow> rowType() {
        return InstitutionRow.class;
    }

    @Override
    public String codeOf(InstitutionRow row) {
        return row.code();
    }

    @Override
    public List<Taken> take(List<InstitutionRow> rows) {
        Map<String, Institution> known = institutions
                .byCodes(rows.stream().map(InstitutionRow::code).toList())
                .stream()
                .collect(Collectors.toMap(Institution::code, Function.identity()));
        return rows.stream().map(row -> take(row, known)).toList();
    }

    private Taken take(InstitutionRow row, Map<String, Institution> known) {
        Institution institution = known.get(row.code());
        if (institution != null) {
            return Taken.existing(institution.id(), institution.describe(row, clock.instant()));
        }
        Institution created = new Institution(row, clock.instant());
        institutions.persist(created);
        return Taken.created(created.id());
    }
}
