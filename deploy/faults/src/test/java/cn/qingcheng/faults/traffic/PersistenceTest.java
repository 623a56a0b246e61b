package cn.qingcheng.faults.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.stack.Accounts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {

    private static final String PATH = "/subsidy/v1/me/applications/17";
    private static final Call POST =
            new Call("subsidy.create", null, "POST", PATH, Call.JSON, "{\"a\":1}", "key-1", null);
    private static final Call PATCH =
            new Call("subsidy.patch", null, "PATCH", PATH, "application/merge-patch+json", "{\"a\":1}", null, "\"1\"");

    @TempDir
    Path folder;

    private final Deque<Say> script = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private HttpServer server;
    private Journal journal;
    private Persistence persistence;

    /** What the city says to one request; nothing at all when the status is 0. */
    private record Say(int status, String body, List<String> headers) {}

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        journal = Journal.open(folder);
        Wallet wallet = new Wallet(new Accounts("http://localhost:1", "web", "none", List.of(), List.of()), List.of());
        URI city = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        persistence = new Persistence(new Gate(city, wallet, Duration.ofSeconds(5)), journal);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard.add(
                exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Say say = script.remove();
        if (say.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = say.body().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < say.headers().size(); i += 2) {
            exchange.getResponseHeaders()
                    .add(say.headers().get(i), say.headers().get(i + 1));
        }
        exchange.sendResponseHeaders(say.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void says(int status, String body, String... headers) {
        script.add(new Say(status, body, List.of(headers)));
    }

    private void saysProblem(int status, String code) {
        says(
                status,
                "{\"code\":\"" + code + "\"}",
                "Content-Type",
                "application/problem+json",
                "X-Correlation-Id",
                "c-1");
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameKeyAndNotedOnce() throws IOException {
        says(0, "");
        saysProblem(502, "BAD_GATEWAY");
        saysProblem(409, "REQUEST_IN_FLIGHT");
        saysProblem(503, "UNAVAILABLE");
        says(201, "{\"id\":\"17\"}", "Location", "/subsidy/v1/me/applications/17");

        Reply reply = persistence.insist(POST);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(heard).hasSize(5).containsOnly("POST key-1 {\"a\":1}");
        JsonNode noted = onlyOperation();
        assertThat(noted.path("status").asInt()).isEqualTo(201);
        assertThat(noted.path("created").asText()).isEqualTo("17");
        assertThat(noted.path("attempts").asInt()).isEqualTo(5);
        assertThat(noted.path("lost").asInt()).isEqualTo(2);
        assertThat(journal.violations()).isEmpty();
        assertThat(journal.tally().good("subsidy.create")).isEqualTo(1);
    }

    @Test
    void aRefusalIsFinal() throws IOException {
        saysProblem(409, "APPLICATION_EXISTS");

        Reply reply = persistence.insist(POST);

        assertThat(reply.code()).isEqualTo("APPLICATION_EXISTS");
        assertThat(onlyOperation().path("created").isNull()).isTrue();
        assertThat(journal.violations()).isEmpty();
    }

    @Test
    void aFaultOfTheServersIsAViolation() {
        saysProblem(500, "INTERNAL_ERROR");

        persistence.insist(POST);

        assertThat(journal.violations()).singleElement().asString().contains("500", "c-1", "key-1");
    }

    @Test
    void aRefusalWithoutAProblemDocumentIsAViolation() {
        says(404, "not here");

        persistence.insist(Call.get("any", null, PATH));

        assertThat(journal.violations()).singleElement().asString().contains("404", PATH);
    }

    @Test
    void anEditWhoseAnswerWasLostIsSettledByReadingAgain() throws IOException {
        says(0, "");
        saysProblem(412, "PRECONDITION_FAILED");
        says(200, "{\"id\":\"17\",\"a\":1}");

        Reply reply = persistence.insist(PATCH, now -> now.path("a").asInt() == 1);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(onlyOperation().path("status").asInt()).isEqualTo(200);
    }

    @Test
    void anEditThatWasOvertakenStaysRefused() throws IOException {
        says(0, "");
        saysProblem(412, "PRECONDITION_FAILED");
        says(200, "{\"id\":\"17\",\"a\":2}");

        Reply reply = persistence.insist(PATCH, now -> now.path("a").asInt() == 1);

        assertThat(reply.status()).isEqualTo(412);
        assertThat(onlyOperation().path("status").asInt()).isEqualTo(412);
    }

    @Test
    void anotherAnswerToARepeatIsAViolation() {
        says(201, "{\"id\":\"17\"}");
        says(201, "{\"id\":\"18\"}");
        Reply first = persistence.insist(POST);

        persistence.again(POST, first);

        assertThat(journal.violations()).singleElement().asString().contains("17", "18");
    }

    @Test
    void aCutStreamBreaksOffBeforeItsEnd() {
        script.add(new Say(0, "", List.of()));
        Call upload = new Call("sync", null, "POST", PATH, "application/x-ndjson", "x".repeat(100_000), null, null);

        persistence.cut(upload, new Random(1));

        assertThat(heard).isEmpty();
        assertThat(journal.tally().byKind().get("sync")).containsEntry("cut", 1L);
    }

    private JsonNode onlyOperation() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("traffic/operations.ndjson"));
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.get(0));
    }
}
