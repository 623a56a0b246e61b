package cn.qingcheng.platform.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class InterruptedImportTest {

    private static final String OFFICER = "breaks-off";

    @TestHTTPResource
    URI address;

    @Inject
    EntityManager entities;

    @Test
    void whatWasReadBeforeTheCallerBrokeOffStaysAndTheRestCanBeSentAgain() throws IOException {
        String rows = rows(0, 250);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("""
                    POST /platform/v1/institutions/imports HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/x-ndjson\r
                    Content-Length: 1000000\r
                    \r
                    """.formatted(Tokens.of(OFFICER, "platform-officer")) + rows).getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> imports("RUNNING", 200).size() == 1);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> imports("INTERRUPTED", 200).size() == 1);
        given().auth()
                .oauth2(Tokens.of("auditor", "auditor"))
                .get("/platform/v1/imports/" + imports("INTERRUPTED", 200).get(0))
                .then()
                .body("status", equalTo("INTERRUPTED"))
                .body("startedBy", equalTo(OFFICER))
                .body("counts.CREATED", equalTo(200));
        given().auth()
                .oauth2(Tokens.of(OFFICER, "platform-officer"))
                .contentType("application/x-ndjson")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/platform/v1/institutions/imports")
                .then()
                .statusCode(201)
                .body("counts.UNCHANGED", equalTo(200))
                .body("counts.CREATED", equalTo(50));
    }

    private List<?> imports(String status, long total) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select id from import_run where started_by = ?1 and status = ?2 and total = ?3",
                                UUID.class)
                        .setParameter(1, OFFICER)
                        .setParameter(2, status)
                        .setParameter(3, total)
                        .getResultList());
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append("{\"code\":\"%05d\",\"name\":{\"zh\":\"样例\",\"en\":\"Sample\"},\"kind\":\"UNIVERSITY\"}\n"
                    .formatted(92_000 + i));
        }
        return rows.toString();
    }
}
