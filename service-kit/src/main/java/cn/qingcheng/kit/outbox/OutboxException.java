package cn.qingcheng.kit.outbox;

/** The outbox could not be read, written or sent. */
public final class OutboxException extends RuntimeException {
    OutboxException(String message, Exception cause) {
        super(message, cause);
    }
}
