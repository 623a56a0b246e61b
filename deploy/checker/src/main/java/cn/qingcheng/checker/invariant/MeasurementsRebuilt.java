package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Event;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the city's targets have counted: each person kept and each rent subsidy paid, once, in its earliest month. */
final class MeasurementsRebuilt implements Projection {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final String RETAINED = "GRADUATES_RETAINED";
    private static final String PAID = "RENT_SUBSIDY_PAID";
    private static final String RETENTION_CONSUMER = "platform.retention";
    private static final String PAYMENT_CONSUMER = "platform.payment";
    /** As {@code qingcheng.indicator.rent-subsidy-scheme} of platform-service. */
    private static final String RENT_SUBSIDY = "rent-subsidy";

    private record Measured(YearMonth month, long value) {
        Measured earlier(Measured other) {
            return other.month.isBefore(month) ? new Measured(other.month, value) : this;
        }
    }

    @Override
    public void compare(CityUnderCheck city, Heard heard, Findings findings) {
        Map<String, Measured> measured = new TreeMap<>();
        heard.each(RETENTION_CONSUMER, event -> retained(event, measured));
        heard.each(PAYMENT_CONSUMER, event -> paid(event, measured));
        Rows rebuilt = new Rows("month", "value");
        Map<String, Long> totals = new TreeMap<>();
        measured.forEach((item, what) -> {
            rebuilt.put(item, List.of(what.month().toString(), Long.toString(what.value())));
            totals.merge(item.substring(0, item.indexOf(' ')) + " " + what.month(), what.value(), Long::sum);
        });
        Rows rebuiltTotals = new Rows("actual");
        totals.forEach((month, actual) -> rebuiltTotals.put(month, List.of(Long.toString(actual))));

        boolean isWhole = heard.isWhole(RETENTION_CONSUMER) && heard.isWhole(PAYMENT_CONSUMER);
        Rows live = new Rows("month", "value");
        city.platform()
                .each(
                        "select indicator || ' ' || item, month, value::text from measurement",
                        row -> live.put(row.getString(1), List.of(row.getString(2), row.getString(3))));
        Rows liveTotals = new Rows("actual");
        city.platform()
                .each(
                        "select indicator || ' ' || month, actual::text from monthly_total where actual > 0",
                        row -> liveTotals.put(row.getString(1), List.of(row.getString(2))));
        findings.counted(live.size(), "measurements")
                .counted(liveTotals.size(), "monthly totals")
                .none("measurements are not what the events say", rebuilt.differencesOf(live, "measurement", isWhole));
        if (isWhole) {
            findings.none(
                    "monthly totals are not what the events sum to",
                    rebuiltTotals.differencesOf(liveTotals, "total", true));
        }
    }

    private static void retained(Event event, Map<String, Measured> measured) {
        String person = event.text("talentId");
        String month = event.text("month");
        if (event.type().equals("talent.retention.confirmed") && person != null && month != null) {
            measured.merge(RETAINED + " " + person, new Measured(YearMonth.parse(month), 1), Measured::earlier);
        }
    }

    private static void paid(Event event, Map<String, Measured> measured) {
        String payment = event.text("paymentId");
        if (event.type().equals("subsidy.payment.settled")
                && payment != null
                && RENT_SUBSIDY.equals(event.text("schemeCode"))) {
            measured.merge(
                    PAID + " " + payment,
                    new Measured(
                            YearMonth.from(event.time().atZone(CITY)),
                            event.data().path("amountFen").asLong()),
                    Measured::earlier);
        }
    }
}
