package cn.qingcheng.kit.inbox;

import java.sql.SQLException;

/** The inbox table could not be read or written. */
public final class InboxException extends RuntimeException {
    InboxException(String message, SQLException cause) {
        super(message, cause);
    }
}
