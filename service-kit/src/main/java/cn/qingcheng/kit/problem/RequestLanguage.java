package cn.qingcheng.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language to answer in, from {@code Accept-Language} (RFC 9110, 12.5.4): zh-CN unless English is preferred. */
@RequestScoped
public class RequestLanguage {

    private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final int HEADER_MAX_CHARACTERS = 200;

    @Inject
    CurrentVertxRequest request;

    /** {@link Locale#SIMPLIFIED_CHINESE} or {@link Locale#ENGLISH}. */
    public Locale locale() {
        RoutingContext current = current();
        return preferred(current == null ? null : current.request().getHeader("Accept-Language"));
    }

    private @Nullable RoutingContext current() {
        try {
            return request.getCurrent();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    static Locale preferred(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > HEADER_MAX_CHARACTERS) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), OFFERED);
            return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException e) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
