package cn.qingcheng.kit.event;

/** A record that is no event, or whose data is not what its reader needs: no retry will mend it. */
public final class MalformedEvent extends RuntimeException {
    public MalformedEvent(String message) {
        super(message);
    }

    public MalformedEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
