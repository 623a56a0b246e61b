package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;
import cn.qingcheng.checker.source.LifeCycle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is told of a thing's life is how it came to where it is. */
final class HistoriesFollowSteps implements Invariant {

    /** A kind of thing that keeps its history: its life cycle, its present states, and its steps in order. */
    private record Kept(
            String name,
            Function<CityUnderCheck, Database> database,
            String lifeCycle,
            String present,
            String history) {

        static Kept ofSubsidy(String table, String history, String column, String lifeCycle) {
            return new Kept(
                    "subsidy " + table,
                    CityUnderCheck::subsidy,
                    lifeCycle,
                    "select id::text, status from " + table,
                    "select " + column + "::text, from_status, to_status from " + history + " order by " + column
                            + ", position");
        }

        /** The ids of state changes are time-ordered, so that their order is that of the steps. */
        static Kept ofHousing(String table, String lifeCycle) {
            return new Kept(
                    "housing " + table,
                    CityUnderCheck::housing,
                    lifeCycle,
                    "select id::text, status from " + table,
                    "select subject_id::text, from_status, to_status from state_change where subject_type = upper('"
                            + table + "') order by subject_id, id");
        }
    }

    private static final List<Kept> ALL = List.of(
            Kept.ofSubsidy("application", "application_history", "application_id", "ApplicationStatus"),
            Kept.ofSubsidy("disbursement_batch", "batch_history", "batch_id", "BatchStatus"),
            Kept.ofSubsidy("payment", "payment_history", "payment_id", "PaymentStatus"),
            Kept.ofHousing("unit", "UnitStatus"),
            Kept.ofHousing("round", "RoundStatus"),
            Kept.ofHousing("application", "ApplicationStatus"),
            Kept.ofHousing("offer", "OfferStatus"),
            Kept.ofHousing("lease", "LeaseStatus"));

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String name() {
        return "life cycles";
    }

    @Override
    public String sentence() {
        return "Each life cycle's history follows its allowed steps and ends in its present state.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        long things = 0;
        long steps = 0;
        List<String> wrong = new ArrayList<>();
        for (Kept kept : ALL) {
            Database database = kept.database().apply(city);
            Walk walk = new Walk(kept.name(), LifeCycle.of(database.name(), kept.lifeCycle()));
            database.each(kept.history(), row -> walk.step(row.getString(1), row.getString(2), row.getString(3)));
            database.each(kept.present(), row -> walk.end(row.getString(1), row.getString(2)));
            wrong.addAll(walk.wrong());
            things += walk.ended;
            steps += walk.steps;
        }
        return new Findings(number())
                .counted(things, "things")
                .counted(steps, "steps")
                .none("a history that is not a way through its life cycle to its present state", wrong)
                .done();
    }

    /** Walks through the histories of all things of a kind. */
    private static final class Walk {
        private final String name;
        private final LifeCycle lifeCycle;
        private final Map<String, String> reached = new HashMap<>();
        private final List<String> wrong = new ArrayList<>();
        private long steps;
        private long ended;

        Walk(String name, LifeCycle lifeCycle) {
            this.name = name;
            this.lifeCycle = lifeCycle;
        }

        void step(String id, @Nullable String from, String to) {
            steps++;
            String before = reached.put(id, to);
            if (!Objects.equals(before, from)) {
                wrong.add(name + " " + id + " steps from " + from + " to " + to + ", but was " + before);
            } else if (from == null ? !to.equals(lifeCycle.first()) : !lifeCycle.allows(from, to)) {
                wrong.add(name + " " + id + " may not step from " + from + " to " + to);
            }
        }

        void end(String id, String present) {
            ended++;
            String last = reached.remove(id);
            if (!present.equals(last)) {
                wrong.add(name + " " + id + " is " + present + ", its history ends in " + last);
            }
        }

        /** What has a history and is not there itself is wrong too. */
        List<String> wrong() {
            new TreeSet<>(reached.keySet()).forEach(id -> wrong.add(name + " " + id + " has a history and no row"));
            return wrong;
        }
    }
}
