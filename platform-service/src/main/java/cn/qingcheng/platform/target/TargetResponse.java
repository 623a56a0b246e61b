package cn.qingcheng.platform.target;

import cn.qingcheng.platform.naming.BilingualName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target and how far it is.
 *
 * @param targetValue in {@code unit}
 * @param actual in {@code unit}, the sum of {@code byMonth}
 * @param progressPercent actual of target, with one decimal, rounded down
 * @param lastEventAt when the latest event that counted happened; absent before the first
 */
public record TargetResponse(
        @Schema(examples = "graduates-retained") String code,
        BilingualName name,
        Indicator indicator,
        TargetUnit unit,
        TargetSource source,
        @Schema(examples = "2026") String period,
        @Schema(examples = "28900") long targetValue,
        @Schema(examples = "1234") long actual,
        @Schema(examples = "12.3") BigDecimal progressPercent,
        List<MonthlyActual> byMonth,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant lastEventAt) {

    static TargetResponse from(Target target, Actuals actuals) {
        return new TargetResponse(
                target.code(),
                target.name(),
                target.indicator(),
                target.unit(),
                target.source(),
                target.period(),
                target.targetValue(),
                actuals.total(),
                BigDecimal.valueOf(actuals.total())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(target.targetValue()), 1, RoundingMode.DOWN),
                actuals.byMonth(),
                actuals.lastEventAt());
    }
}
