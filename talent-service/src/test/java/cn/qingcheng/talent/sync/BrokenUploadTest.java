package cn.qingcheng.talent.sync;

import static cn.qingcheng.talent.TalentApi.asUniversity;
import static cn.qingcheng.talent.TalentApi.lines;
import static cn.qingcheng.talent.TalentApi.upload;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.qingcheng.kit.testing.CityInfrastructure;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.talent.Graduate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CityInfrastructure.class)
class BrokenUploadTest {

    private static final String BATCHES = "/talent/v1/sync/batches";

    @Inject
    SyncService service;

    @Inject
    SyncBatchRepository batches;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void whatWasTakenBeforeAnUploadBreaksOffStandsAndSendingAllAgainDoublesNothing() throws IOException {
        List<Graduate> graduates = Stream.generate(Graduate::next).limit(300).toList();

        sendAndHangUp("90021", String.join("\n", lines(graduates)) + "\n{\"externalId\":");

        await().untilAsserted(() -> asUniversity("90021")
                .get(BATCHES)
                .then()
                .body("items[0].status", equalTo("INTERRUPTED"))
                .body("items[0].counts.CREATED", equalTo(SyncService.CHUNK_ROWS)));
        upload("90021", lines(graduates))
                .body("counts.UNCHANGED", equalTo(SyncService.CHUNK_ROWS))
                .body("counts.CREATED", equalTo(graduates.size() - SyncService.CHUNK_ROWS));
    }

    /** Promises more than it sends. */
    private static void sendAndHangUp(String university, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "POST " + BATCHES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + Tokens.university(university) + "\r\nContent-Length: "
                + (bytes.length + 1_000) + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(UTF_8));
            out.write(bytes);
            out.flush();
            // The rows before the break are read before the line is cut.
            await().until(() ->
                    !asUniversity(university).get(BATCHES).path("items").equals(List.of()));
        }
    }

    @Test
    void anUploadWhoseInstanceDiedIsEndedByAnother() {
        UUID abandoned = running();
        UUID alive = running();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update sync_batch set heartbeat_at = now() - interval '3 minutes' where id = :id")
                        .setParameter("id", abandoned)
                        .executeUpdate());

        service.interruptAbandoned();

        assertThat(service.show(abandoned, "90022").status()).isEqualTo(SyncBatchStatus.INTERRUPTED);
        assertThat(service.show(alive, "90022").status()).isEqualTo(SyncBatchStatus.RUNNING);
    }

    private UUID running() {
        return QuarkusTransaction.requiringNew().call(() -> {
            SyncBatch batch = new SyncBatch("90022", clock.instant());
            batches.persist(batch);
            return batch.id();
        });
    }

    @Test
    void theSameFileSentTwiceAtOnceIsTakenOnce() {
        List<String> lines = lines(Stream.generate(Graduate::next).limit(400).toList());
        ExecutorService senders = Executors.newFixedThreadPool(2);

        List<CompletableFuture<Integer>> created = Stream.of(1, 2)
                .map(sender -> CompletableFuture.supplyAsync(
                        () -> upload("90023", lines).extract().<Integer>path("counts.CREATED"), senders))
                .toList();

        assertThat(created.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(400);
        senders.shutdown();
    }
}
