package cn.qingcheng.gateway.upstream;

import java.util.Locale;
import java.util.Optional;

/** A service behind the gateway. The first segment of a path names it, and the service itself serves the same path. */
public enum Service {
    TALENT,
    SUBSIDY,
    HOUSING,
    PLATFORM;

    private static final String DOCUMENT = "/q/openapi";

    private final String segment = name().toLowerCase(Locale.ROOT);
    private final String api = "/" + segment + "/v1/";
    private final String document = "/" + segment + DOCUMENT;

    /** The first segment of its paths, and its name in settings: {@code talent}. */
    public String segment() {
        return segment;
    }

    /**
     * What to ask the service for, or empty when the path is none of those it shows to the outside. Of its technical
     * paths only the OpenAPI document is shown; health and metrics of a service are no business of a caller.
     *
     * @param path the path as received, already found free of tricks
     */
    public Optional<String> inside(String path) {
        if (path.startsWith(api)) {
            return Optional.of(path);
        }
        return path.equals(document) ? Optional.of(DOCUMENT) : Optional.empty();
    }
}
