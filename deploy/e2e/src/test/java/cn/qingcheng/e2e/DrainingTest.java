package cn.qingcheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;
import cn.qingcheng.samplecity.Accounts;
import cn.qingcheng.samplecity.CityClient;
import cn.qingcheng.samplecity.Loader;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.Part;
import cn.qingcheng.stack.Progress;
import cn.qingcheng.stack.Scale;
import cn.qingcheng.stack.ServiceModule;
import cn.qingcheng.stack.Settings;
import cn.qingcheng.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Every process that serves requests is restarted in turn, as for an update, while people read and write. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DrainingTest {
    private static final Path DATA = Path.of("target", "drained-city").toAbsolutePath();
    private static final double SMALL = 0.02;
    private static final int ONLY_ONCE = 1;
    private static final int PERSISTENT = 600;
    private static final int ENOUGH = 50;

    private Stack stack;
    private URI gateway;
    private CityClient city;

    @BeforeAll
    void startACityOfTwoInstancesEach() {
        stack = Stack.start(Layout.find(), Settings.forTest(DATA).withScale(Scale.ofEach(2)), Progress.silent());
        gateway = URI.create(stack.gatewayUrl());
        city = new CityClient(gateway, Accounts.read(DATA.resolve("accounts.json")), Clock.systemUTC());
        Loader.load(
                city,
                DATA.resolve("sample-city"),
                cn.qingcheng.samplecity.Scale.times(SMALL),
                1,
                LocalDate.of(2026, 9, 1),
                line -> {});
    }

    @AfterAll
    void stopTheCity() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void nobodySeesAServiceRestartBehindTheGateway() throws Exception {
        long before = written();
        try (SteadyClients clients = new SteadyClients(gateway, city, 1, ONLY_ONCE)) {
            for (ServiceModule service : ServiceModule.values()) {
                for (int instance = 1; instance <= 2; instance++) {
                    int answered = clients.answered();
                    stack.restart(service.moduleName(), instance);
                    assertThat(clients.answered() - answered)
                            .as("requests answered during the restart of %s %d", service, instance)
                            .isGreaterThan(ENOUGH);
                }
            }
            assertThat(clients.failures()).isEmpty();
            assertThat(written() - before).as("writes that took effect").isEqualTo(clients.written());
            System.out.printf(
                    "restarted 8 instances: %d requests answered, 0 failed, none sent twice%n", clients.answered());
        }
    }

    @Test
    @Order(2)
    void whoSendsAgainAsDocumentedSeesNoRestartOfWhatIsThereOnce() throws Exception {
        Arrays.stream(ServiceModule.values())
                .parallel()
                .map(service -> stack.part(service.processName(2)))
                .forEach(Part::stop);
        long before = written();
        try (SteadyClients clients = new SteadyClients(gateway, city, 1_000_000, PERSISTENT)) {
            for (ServiceModule service : ServiceModule.values()) {
                stack.restart(service.moduleName(), 1);
            }
            Part door = stack.part("gateway");
            door.stop();
            door.start();
            clients.awaitAnswered(ENOUGH);

            assertThat(clients.failures()).isEmpty();
            assertThat(written() - before).as("writes that took effect").isEqualTo(clients.written());
        }
    }

    /** Rows of what the clients write, whoever answered them. */
    private long written() {
        Map<String, String> tables = Map.of(
                "talent", "employer",
                "subsidy", "ledger_transaction",
                "housing", "estate",
                "platform", "target");
        long rows = 0;
        for (Database service : CityUnderCheck.of(stack).services()) {
            rows += service.number("select count(*) from " + tables.get(service.name()));
        }
        return rows;
    }
}
