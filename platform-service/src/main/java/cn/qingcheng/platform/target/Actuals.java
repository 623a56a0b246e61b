package cn.qingcheng.platform.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator has reached in a period.
 *
 * @param byMonth months with any, in their order
 * @param lastEventAt when the latest event that counted happened; null before the first
 */
record Actuals(List<MonthlyActual> byMonth, @Nullable Instant lastEventAt) {

    static final Actuals NONE = new Actuals(List.of(), null);

    /** With one month more. */
    Actuals with(MonthlyActual month, Instant eventAt) {
        List<MonthlyActual> months = new ArrayList<>(byMonth);
        months.add(month);
        boolean isLatest = lastEventAt == null || lastEventAt.isBefore(eventAt);
        return new Actuals(List.copyOf(months), isLatest ? eventAt : lastEventAt);
    }

    long total() {
        return byMonth.stream().mapToLong(MonthlyActual::actual).sum();
    }
}
