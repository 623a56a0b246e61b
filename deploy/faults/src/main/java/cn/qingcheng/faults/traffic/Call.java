package cn.qingcheng.faults.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One request with all it takes to send it again.
 *
 * @param kind what it is, for counting, e.g. {@code subsidy.submit}
 * @param account who asks; null for anybody
 * @param key the {@code Idempotency-Key}; null where the endpoint takes none
 */
record Call(
        String kind,
        @Nullable String account,
        String method,
        String path,
        @Nullable String contentType,
        @Nullable String body,
        @Nullable String key,
        @Nullable String ifMatch) {

    static final String JSON = "application/json";

    static Call get(String kind, @Nullable String account, String path) {
        return new Call(kind, account, "GET", path, null, null, null, null);
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path + " as " + (account == null ? "anybody" : account)
                + (key == null ? "" : ", key " + key);
    }
}
