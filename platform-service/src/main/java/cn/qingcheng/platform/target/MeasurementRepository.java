package cn.qingcheng.platform.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** What was counted, and its running totals. */
@ApplicationScoped
class MeasurementRepository {

    private final EntityManager entities;

    MeasurementRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps that a thing was counted; false when it was counted before. */
    boolean countFirst(Measurement measurement) {
        return entities.createNativeQuery("INSERT INTO measurement (indicator, item, month, value)"
                                + " VALUES (:indicator, :item, :month, :value) ON CONFLICT DO NOTHING")
                        .setParameter("indicator", measurement.indicator().name())
                        .setParameter("item", measurement.item())
                        .setParameter("month", measurement.month().toString())
                        .setParameter("value", measurement.value())
                        .executeUpdate()
                == 1;
    }

    /** What was counted of a thing before; it stays locked until the transaction ends. */
    Measurement counted(Indicator indicator, String item) {
        Object[] row = (Object[]) entities.createNativeQuery("SELECT month, value FROM measurement"
                        + " WHERE indicator = :indicator AND item = :item FOR UPDATE")
                .setParameter("indicator", indicator.name())
                .setParameter("item", item)
                .getSingleResult();
        return new Measurement(indicator, item, YearMonth.parse((String) row[0]), ((Number) row[1]).longValue());
    }

    void moveTo(Measurement measurement, YearMonth month) {
        entities.createNativeQuery(
                        "UPDATE measurement SET month = :month WHERE indicator = :indicator AND item = :item")
                .setParameter("month", month.toString())
                .setParameter("indicator", measurement.indicator().name())
                .setParameter("item", measurement.item())
                .executeUpdate();
    }

    void add(Indicator indicator, YearMonth month, long value, Instant eventAt) {
        entities.createNativeQuery("INSERT INTO monthly_total AS t (indicator, month, actual, last_event_at)"
                        + " VALUES (:indicator, :month, :value, :eventAt)"
                        + " ON CONFLICT (indicator, month) DO UPDATE SET actual = t.actual + excluded.actual,"
                        + " last_event_at = greatest(t.last_event_at, excluded.last_event_at)")
                .setParameter("indicator", indicator.name())
                .setParameter("month", month.toString())
                .setParameter("value", value)
                .setParameter("eventAt", eventAt)
                .executeUpdate();
    }

    void subtract(Indicator indicator, YearMonth month, long value) {
        entities.createNativeQuery("UPDATE monthly_total SET actual = actual - :value"
                        + " WHERE indicator = :indicator AND month = :month")
                .setParameter("value", value)
                .setParameter("indicator", indicator.name())
                .setParameter("month", month.toString())
                .executeUpdate();
    }

    /**
     * Lets one transaction after the other tell what an indicator has reached in a year: each then reads what the one
     * before has added, and its event follows the other's.
     */
    void takeTurns(Indicator indicator, String year) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .setParameter("name", "target/" + indicator + "/" + year)
                .getSingleResult();
    }

    /** The totals of a year's months. */
    Actuals actuals(Indicator indicator, String year) {
        List<?> rows = entities.createNativeQuery("SELECT month, actual, last_event_at FROM monthly_total"
                        + " WHERE indicator = :indicator AND month LIKE :year AND actual > 0 ORDER BY month")
                .setParameter("indicator", indicator.name())
                .setParameter("year", year + "-%")
                .getResultList();
        Actuals actuals = Actuals.NONE;
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            actuals = actuals.with(
                    new MonthlyActual((String) columns[0], ((Number) columns[1]).longValue()), (Instant) columns[2]);
        }
        return actuals;
    }
}
