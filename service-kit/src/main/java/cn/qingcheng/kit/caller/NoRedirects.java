package cn.qingcheng.kit.caller;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.HttpURLConnection;

/**
 * Takes the issuer's keys from the address that the settings name, and from nowhere that its answer points to. The
 * library that fetches them opens plain connections of Java, which would follow.
 */
@ApplicationScoped
class NoRedirects {

    void refuse(@Observes @Priority(1) StartupEvent start) {
        HttpURLConnection.setFollowRedirects(false);
    }
}
