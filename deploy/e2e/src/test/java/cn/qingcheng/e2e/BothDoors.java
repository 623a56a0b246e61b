package cn.qingcheng.e2e;

import cn.qingcheng.kit.testing.api.AccessMatrix;
import cn.qingcheng.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One address in many spellings, asked of the gateway and, as if nobody stood before it, of the service behind it. */
final class BothDoors {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"(\\w+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Answer REFUSED_BY_THE_GATEWAY = new Answer(400, "MALFORMED_PATH");

    private final Stack stack;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BothDoors(Stack stack) {
        this.stack = stack;
    }

    private record Answer(int status, String code) {
        boolean isDone() {
            return status < 300;
        }
    }

    /**
     * Tells what should not be: a spelling that the gateway lets through and the service then reads otherwise, one by which
     * somebody gets in who may not, and an address that those who may do not find.
     *
     * @param allowed an account that may read what is there
     * @param others accounts that may not; nobody is asked as well
     */
    List<String> faults(String module, String path, String allowed, String... others) {
        Map<String, String> tokens = new LinkedHashMap<>();
        Stream.concat(Stream.of(allowed), Stream.of(others))
                .forEach(account -> tokens.put(account, "Bearer " + stack.token(account)));
        tokens.put("nobody", "");
        List<String> faults = new ArrayList<>();
        Stream.concat(Stream.of(path), AccessMatrix.spellings(path).stream())
                .forEach(spelling -> tokens.forEach((who, token) -> {
                    Answer outside = ask(stack.gatewayUrl(), spelling, token);
                    Answer inside = ask(stack.serviceUrl(module, 1), spelling, token);
                    boolean isOne = outside.equals(inside) || outside.equals(REFUSED_BY_THE_GATEWAY);
                    boolean isLetIn = outside.isDone() || inside.isDone();
                    boolean isMissing = spelling.equals(path) && !(outside.isDone() && inside.isDone());
                    if (!isOne || (who.equals(allowed) ? isMissing : isLetIn)) {
                        faults.add(spelling + " as " + who + ": gateway " + outside + ", service " + inside);
                    }
                }));
        return faults;
    }

    private Answer ask(String door, String path, String authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(door + path)).timeout(PATIENCE);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String code = CODE.matcher(response.body())
                    .results()
                    .findFirst()
                    .map((MatchResult found) -> found.group(1))
                    .orElse("");
            return new Answer(response.statusCode(), response.statusCode() < 300 ? "" : code);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
