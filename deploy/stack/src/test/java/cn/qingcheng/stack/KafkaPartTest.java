package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker as a part that dies and comes back, with links to some of who talks with it. */
class KafkaPartTest {
    private static final int FAR = 7_000;

    @TempDir
    Path folder;

    private Settings settings;
    private Children children;
    private Kafka kafka;

    @BeforeEach
    void aBrokerWithLinksToTalentService() {
        settings = Settings.forTest(folder.resolve("city"))
                .withLinks((from, to, port) -> from.startsWith("talent-service") ? port + FAR : port);
        settings.data().create();
        children = new Children(settings.data());
        kafka = new Kafka(settings, Layout.find().libraries());
    }

    @AfterEach
    void leaveNothing() {
        children.stopAll(Progress.silent());
    }

    @Test
    void killedItIsGoneAndStartsAgainOnItsFiles() {
        Part part = kafka.part(children);
        part.start();
        RunningProcess first = children.running().get(0);

        part.kill();

        assertThat(first.alive()).isFalse();
        assertThat(part.isRunning()).isFalse();
        assertThat(HttpProbe.listens(settings.ports().kafka())).isFalse();
        part.start();
        assertThat(HttpProbe.listens(settings.ports().kafka())).isTrue();
        assertThat(HttpProbe.listens(settings.ports().kafkaFor(ServiceModule.TALENT, 1)))
                .as("the listener for the linked instance")
                .isTrue();
    }

    @Test
    void whoHasALinkIsToldItsNearEndAndWhoHasNoneTheBrokerItself() {
        int listener = settings.ports().kafkaFor(ServiceModule.TALENT, 1);

        assertThat(kafka.addressFor(ServiceModule.TALENT, 1)).isEqualTo("127.0.0.1:" + (listener + FAR));
        assertThat(kafka.addressFor(ServiceModule.HOUSING, 1)).isEqualTo(kafka.address());
        assertThat(kafka.settings().get("advertised.listeners"))
                .isEqualTo("PLAINTEXT://" + kafka.address() + ",TALENT_SERVICE_1://127.0.0.1:" + (listener + FAR));
    }
}
