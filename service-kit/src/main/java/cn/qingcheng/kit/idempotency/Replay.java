package cn.qingcheng.kit.idempotency;

/** Leaves the resource method, whatever its return type, with the answer of the first request. */
final class Replay extends RuntimeException {

    private final transient StoredAnswer answer;

    Replay(StoredAnswer answer) {
        super("replayed", null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
