package cn.qingcheng.kit.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to a key, as it went out.
 *
 * @param headers those that belong to the answer itself: Location, ETag, Content-Type
 * @param body the bytes, or null when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // handed through from column to wire, never compared
record StoredAnswer(int status, Map<String, String> headers, byte @Nullable [] body) {}
