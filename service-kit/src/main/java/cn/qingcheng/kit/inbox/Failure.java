package cn.qingcheng.kit.inbox;

import cn.qingcheng.kit.event.MalformedEvent;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.hibernate.StaleStateException;

/** Whether another try may help. */
enum Failure {
    /** It will pass: a connection, a lock, a time-out. */
    TRANSIENT,
    /** It will never pass: the event is not what its reader needs. */
    POISON,
    /** A fault of the reader, or something rare; a few tries tell. */
    UNKNOWN;

    /** Looks through all causes, since the one that matters is often wrapped by a failed commit. */
    static Failure of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        Failure found = UNKNOWN;
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (isTransient(next)) {
                return TRANSIENT;
            }
            if (next instanceof MalformedEvent) {
                found = POISON;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            open.addAll(java.util.List.of(next.getSuppressed()));
        }
        return found;
    }

    private static boolean isTransient(Throwable failure) {
        // The inbox is written before the effect begins: what fails there says nothing about the event.
        return failure instanceof InboxException
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || (failure instanceof SQLException sql && isTransientState(sql.getSQLState()))
                || failure instanceof OptimisticLockException
                || failure instanceof PessimisticLockException
                || failure instanceof LockTimeoutException
                || failure instanceof QueryTimeoutException
                || failure instanceof StaleStateException
                || failure instanceof SocketException
                || failure instanceof TimeoutException
                || failure instanceof RetriableException;
    }

    /**
     * Classes of PostgreSQL's SQLSTATE: connection, log-in, no such database (one that is being restored), conflict,
     * resources, an operator's hand, the system; and a standby that only reads. None at all is the connection pool that
     * had no connection in time.
     */
    private static boolean isTransientState(@org.jspecify.annotations.Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25006")
                || state.equals("55P03");
    }
}
