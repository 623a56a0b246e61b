package cn.qingcheng.kit.audit;

import java.sql.SQLException;

/** The audit trail could not be read or written; what it tells of is then not done either. */
public final class AuditException extends RuntimeException {
    AuditException(String message, SQLException cause) {
        super(message, cause);
    }
}
