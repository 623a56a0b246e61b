package cn.qingcheng.kit.precondition;

import jakarta.ws.rs.core.EntityTag;

/** The ETag (RFC 9110, 8.8.3) of a versioned thing: its version number, strong. */
public final class ETags {

    private ETags() {}

    /**
     * The tag of a version. Flush before reading the version of an entity that was just changed: until then it still
     * has the former number.
     */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }
}
