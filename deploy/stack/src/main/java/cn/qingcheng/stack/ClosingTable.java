package cn.qingcheng.stack;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The last thing {@code deploy/up} says: everything a newcomer needs to go on. */
final class ClosingTable {
    private final Stack stack;

    ClosingTable(Stack stack) {
        this.stack = stack;
    }

    void print(PrintWriter out) {
        out.println();
        for (Row row : rows()) {
            out.printf("  %-18s %s%n", row.name(), row.value());
        }
        out.println();
        out.flush();
    }

    private record Row(String name, String value) {}

    private List<Row> rows() {
        Settings settings = stack.settings();
        DataFolder data = settings.data();
        Ports ports = settings.ports();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("All APIs", stack.gatewayUrl() + "/{talent|subsidy|housing|platform}/v1/…"));
        rows.add(new Row("Documentation", stack.gatewayUrl() + "/docs"));
        rows.add(new Row("Health", stack.gatewayUrl() + "/q/health"));
        for (ServiceModule service : ServiceModule.values()) {
            for (int instance = 1; instance <= settings.scale().of(service); instance++) {
                rows.add(new Row(service.processName(instance), "http://127.0.0.1:" + ports.of(service, instance)));
            }
        }
        rows.add(new Row(
                "Keycloak",
                stack.accounts().issuer() + "  (console /admin, account admin, password in "
                        + data.secrets().getFileName() + ")"));
        rows.add(new Row(
                "PostgreSQL",
                "127.0.0.1:" + ports.postgres() + "  databases "
                        + Arrays.stream(ServiceModule.values())
                                .map(ServiceModule::shortName)
                                .collect(Collectors.joining(", "))));
        rows.add(new Row("Kafka", "127.0.0.1:" + ports.kafka()));
        rows.add(new Row(
                "City time",
                stack.clock().now().truncatedTo(ChronoUnit.SECONDS) + "  speed "
                        + stack.clock().speed() + "  (./deploy/clock --advance P7D)"));
        rows.add(new Row("People", stack.accounts().people()));
        rows.add(new Row("  password", stack.accounts().password()));
        rows.add(new Row("Machines", stack.accounts().machines()));
        rows.add(new Row("A token", "./deploy/token graduate1"));
        rows.add(new Row("Logs", data.logs().toString()));
        rows.add(new Row("Data", data.path() + "  (secrets.properties, accounts.json)"));
        rows.add(new Row("Stop", "./deploy/down" + elsewhere(data) + "  (data stay; ./deploy/up --fresh begins anew)"));
        return rows;
    }

    private static String elsewhere(DataFolder data) {
        return data.path().equals(Layout.find().defaultData()) ? "" : " --data " + data.path();
    }
}
