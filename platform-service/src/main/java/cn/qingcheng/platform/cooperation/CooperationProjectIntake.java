package cn.qingcheng.platform.cooperation;

import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.platform.intake.ImportKind;
import cn.qingcheng.platform.intake.Intake;
import cn.qingcheng.platform.intake.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes cooperation projects in by their code; their institution must be registered before. */
@ApplicationScoped
class CooperationProjectIntake implements Intake<CooperationProjectRow> {

    private final CooperationProjectRepository projects;
    private final InstitutionRepository institutions;
    private final Clock clock;

    CooperationProjectIntake(CooperationProjectRepository projects, InstitutionRepository institutions, Clock clock) {
        this.projects = projects;
        this.institutions = institutions;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.COOPERATION_PROJECTS;
    }

    @Override
    public Class<CooperationProjectRow> rowType() {
        return CooperationProjectRow.class;
    }

    @Override
    public String codeOf(CooperationProjectRow row) {
        return row.code();
    }

    @Override
    public List<Taken> take(List<CooperationProjectRow> rows) {
        Map<String, CooperationProject> known =
                projects.byCodes(rows.stream().map(CooperationProjectRow::code).toList()).stream()
                        .collect(Collectors.toMap(CooperationProject::code, Function.identity()));
        Set<String> registered =
                institutions
                        .byCodes(rows.stream()
                                .map(CooperationProjectRow::institutionCode)
                                .collect(Collectors.toSet()))
                        .stream()
                        .map(Institution::code)
                        .collect(Collectors.toSet());
        return rows.stream().map(row -> take(row, known, registered)).toList();
    }

    private Taken take(CooperationProjectRow row, Map<String, CooperationProject> known, Set<String> registered) {
        List<InputError> errors = new ArrayList<>(row.inconsistencies());
        if (!registered.contains(row.institutionCode())) {
            errors.add(InputError.of("/institutionCode", "UNKNOWN_INSTITUTION"));
        }
        if (!errors.isEmpty()) {
            return Taken.rejected(errors);
        }
        CooperationProject project = known.get(row.code());
        if (project != null) {
            return Taken.existing(project.id(), project.describe(row, clock.instant()));
        }
        CooperationProject created = new CooperationProject(row, clock.instant());
        projects.persist(created);
        return Taken.created(created.id());
    }
}
