package cn.qingcheng.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As {@link CityInfrastructure}, with a broker that no other test uses and a {@link Links link} in front of each server,
 * for tests of what happens when one is away. A field of the test of type {@link Links} is set.
 */
public final class LinkedInfrastructure implements QuarkusTestResourceLifecycleManager {
    private @Nullable Links links;

    /** The ways of the application to its servers. */
    public record Links(Link postgres, Link kafka) {
        /** Everything can be reached again. */
        public void mend() {
            postgres.mend();
            kafka.mend();
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(new CityInfrastructure().start());
        String direct = settings.getOrDefault("quarkus.datasource.jdbc.url", "");
        String port = direct.replaceAll(".*:(\\d+)/.*", "$1");
        Links made = new Links(new Link(), new Link());
        made.postgres().leadTo(Integer.parseInt(port));
        made.kafka().leadTo(newBroker(made.kafka().port()));
        settings.put(
                "quarkus.datasource.jdbc.url",
                direct.replace(":" + port + "/", ":" + made.postgres().port() + "/"));
        settings.put("kafka.bootstrap.servers", "localhost:" + made.kafka().port());
        links = made;
        return settings;
    }

    private static int newBroker(int advertisedPort) {
        return (int) CityInfrastructure.askServers("newBroker", advertisedPort);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(links, new TestInjector.MatchesType(Links.class));
    }

    @Override
    public void stop() {
        if (links != null) {
            links.postgres().close();
            links.kafka().close();
        }
    }
}
