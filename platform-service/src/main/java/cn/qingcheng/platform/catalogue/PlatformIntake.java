package cn.qingcheng.platform.catalogue;

import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.platform.intake.ImportKind;
import cn.qingcheng.platform.intake.Intake;
import cn.qingcheng.platform.intake.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes platforms in by their code: a new one is registered, a known one described anew. */
@ApplicationScoped
class PlatformIntake implements Intake<PlatformRow> {

    private final PlatformRepository platforms;
    private final Outbox outbox;
    private final Clock clock;

    PlatformIntake(PlatformRepository platforms, Outbox outbox, Clock clock) {
        this.platforms = platforms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PLATFORMS;
    }

    @Override
    public Class<PlatformRow> rowType() {
        return PlatformRow.class;
    }

    @Override
    public String codeOf(PlatformRow row) {
        return row.code();
    }

    @Override
    public List<Taken> take(List<PlatformRow> rows) {
        Map<String, Platform> known = platforms
                .byCodes(rows.stream().map(PlatformRow::code).toList())
                .stream()
                .collect(Collectors.toMap(Platform::code, Function.identity()));
        List<PlatformRegistered> events = new ArrayList<>();
        List<Taken> taken = rows.stream().map(row -> take(row, known, events)).toList();
        outbox.appendAll(events);
        return taken;
    }

    private Taken take(PlatformRow row, Map<String, Platform> known, List<PlatformRegistered> events) {
        PlatformDetails details = row.details();
        List<InputError> errors = details.inconsistencies();
        if (!errors.isEmpty()) {
            return Taken.rejected(errors);
        }
        Instant now = clock.instant();
        Platform platform = known.get(row.code());
        if (platform != null) {
            return Taken.existing(platform.id(), platform.describe(details, now));
        }
        Platform created = new Platform(row.code(), details, now);
        platforms.persist(created);
        events.add(new PlatformRegistered(
                created.id(), created.code(), details.kind(), details.level(), details.layout(), details.regionCode()));
        return Taken.created(created.id());
    }
}
