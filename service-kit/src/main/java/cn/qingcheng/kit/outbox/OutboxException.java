package cn.qingcheng.kit.outbox;

import java.sql.SQLException;

/** The outbox table could not be read or written. */
public final class OutboxException extends RuntimeException {
    OutboxException(String message, SQLException cause) {
        super(message, cause);
    }
}
