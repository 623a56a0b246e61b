package cn.qingcheng.kit.privacy;

/** An encrypted field that does not decrypt: wrong key, changed bytes, or moved from another row. */
public final class UnreadableField extends RuntimeException {
    UnreadableField(String message) {
        super(message);
    }

    UnreadableField(String message, Throwable cause) {
        super(message, cause);
    }
}
