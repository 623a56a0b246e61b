package cn.qingcheng.checker.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who listens to what is as the services' own settings say. */
class ConsumersTest {
    private static final String CHANNEL = "mp.messaging.incoming.";

    @Test
    void theConsumersAreThoseOfTheServices() throws IOException {
        Map<String, List<String>> listening = new TreeMap<>();
        for (String service : List.of("talent", "subsidy", "housing", "platform")) {
            Properties settings = new Properties();
            try (Reader file = Files.newBufferedReader(
                    Path.of("../../" + service + "-service/src/main/resources/application.properties"))) {
                settings.load(file);
            }
            settings.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(CHANNEL) && name.endsWith(".group.id"))
                    .forEach(name -> {
                        String channel = name.substring(0, name.length() - ".group.id".length());
                        String topics =
                                settings.getProperty(channel + ".topics", settings.getProperty(channel + ".topic", ""));
                        listening.put(
                                settings.getProperty(name),
                                Stream.of(topics.split(",", -1)).toList());
                    });
        }

        assertThat(listening.keySet()).containsExactlyElementsOf(Consumers.names());
        listening.forEach((consumer, topics) ->
                assertThat(Consumers.topicsOf(consumer)).as(consumer).containsExactlyInAnyOrderElementsOf(topics));
    }
}
