package cn.qingcheng.stack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes restored databases fit a Kafka that begins empty, and a world that remembers more than they do. */
final class RestoredDatabases {
    /** So many numbers may have been given out after the moment that is restored; none of them is given out again. */
    private static final long NUMBERS_LEFT_OUT = 100_000;

    /** Sent events go out again, in their order; listeners know those they have had. */
    private static final String SEND_AGAIN = "update outbox set sent_at = null where sent_at is not null";

    /** The sequences that number things for people; those of a table's own key are nobody's business. */
    private static final String LEAVE_OUT_NUMBERS = """
            select setval(number, coalesce(pg_sequence_last_value(number), 0) + %d)
            from (select seqrelid::regclass as number from pg_sequence
                where not exists (select from pg_depend where objid = seqrelid and deptype = 'i')) numbers
            """.formatted(NUMBERS_LEFT_OUT);

    private static final String LAST_MOMENT =
            "select greatest((select max(occurred_at) from outbox), (select max(occurred_at) from audit_record))";

    private final Postgres postgres;

    RestoredDatabases(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Returns how many events will be sent again. */
    int putInOrder() {
        int again = 0;
        for (ServiceModule service : ServiceModule.values()) {
            try (Connection connection = postgres.connect(service.shortName());
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                again += statement.executeUpdate(SEND_AGAIN);
                statement.execute(LEAVE_OUT_NUMBERS);
                connection.commit();
            } catch (SQLException e) {
                throw new StackFailure(
                        "The restored database " + service.shortName() + " could not be put in order: " + e.getMessage()
                                + ".",
                        e);
            }
        }
        return again;
    }

    /** The latest city time that any of the databases knows. */
    Optional<Instant> lastMoment() {
        List<Instant> moments = new ArrayList<>();
        for (ServiceModule service : ServiceModule.values()) {
            try (Connection connection = postgres.connect(service.shortName());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(LAST_MOMENT)) {
                row.next();
                OffsetDateTime moment = row.getObject(1, OffsetDateTime.class);
                if (moment != null) {
                    moments.add(moment.toInstant());
                }
            } catch (SQLException e) {
                throw new StackFailure(
                        "The restored database " + service.shortName() + " could not be read: " + e.getMessage() + ".",
                        e);
            }
        }
        return moments.stream().max(Comparator.naturalOrder());
    }
}
