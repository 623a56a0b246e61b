package cn.qingcheng.kit.testing.api;

import static java.util.Map.entry;

import cn.qingcheng.kit.testing.ForgedTokens;
import cn.qingcheng.kit.testing.Tokens;
import cn.qingcheng.kit.testing.api.ApiCall.Answer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * In a {@code @QuarkusTest}: tries to be somebody at the service itself, past the gateway, as whoever stands inside the
 * network could.
 */
public final class IdentityAttack {
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    /** What servers somewhere take for proof of who calls. The role is put in where a role would stand. */
    private static final Map<String, String> CLAIMED = Map.ofEntries(
            entry("Forwarded", "for=127.0.0.1;by=gateway;proto=https"),
            entry("X-Forwarded-For", "127.0.0.1"),
            entry("X-Forwarded-User", "mallory"),
            entry("X-Forwarded-Groups", "ROLE"),
            entry("X-Forwarded-Access-Token", "TOKEN"),
            entry("X-Real-IP", "127.0.0.1"),
            entry("X-Original-URL", "/q/health"),
            entry("X-Remote-User", "mallory"),
            entry("Remote-User", "mallory"),
            entry("X-Authenticated-User", "mallory"),
            entry("X-Auth-Subject", "mallory"),
            entry("X-Auth-Roles", "ROLE"),
            entry("X-User", "mallory"),
            entry("X-User-Id", "mallory"),
            entry("X-User-Roles", "ROLE"),
            entry("X-Roles", "ROLE"),
            entry("X-University", "90001"),
            entry("X-Employer", "91150102MA0TE5T084"),
            entry("X-Qingcheng-Subject", "mallory"),
            entry("X-Qingcheng-Roles", "ROLE"),
            entry("X-Client-Cert", "CN=gateway"),
            entry("X-SSL-Client-S-DN", "CN=gateway"),
            entry("Cookie", "token=TOKEN; Authorization=TOKEN; KEYCLOAK_IDENTITY=TOKEN"));

    private final ApiScene scene;
    private final List<String> leaks = new ArrayList<>();

    private IdentityAttack(ApiScene scene) {
        this.scene = scene;
    }

    /**
     * Calls every operation that is not open with every forged token, and with headers and cookies that claim an
     * identity: 401, or 403 beside a good token without roles; no trace in the tables, and nobody asks for a key where a
     * token says that it lies.
     */
    public static void assertRefused(ApiScene scene) {
        IdentityAttack attack = new IdentityAttack(scene);
        AtomicInteger asked = new AtomicInteger();
        HttpServer lure = lure(asked);
        try {
            Map<String, String> before = scene.tables().settled();
            String address = "http://127.0.0.1:" + lure.getAddress().getPort() + "/keys";
            scene.operations().stream()
                    .filter(operation -> !operation.isOpen())
                    .forEach(operation -> attack.tryOn(operation, address));
            Set<String> changed = Tables.changed(before, scene.tables().look(), Set.of());
            if (!changed.isEmpty()) {
                attack.leaks.add("nobody left traces in " + changed);
            }
        } finally {
            lure.stop(0);
        }
        if (asked.get() > 0) {
            attack.leaks.add("a key was looked for where a token said, " + asked + " times");
        }
        if (!attack.leaks.isEmpty()) {
            throw new AssertionError(attack.leaks.size() + " leaks:\n" + String.join("\n", attack.leaks));
        }
    }

    private static HttpServer lure(AtomicInteger asked) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tryOn(Operation operation, String lure) {
        String role = operation.roles().iterator().next();
        ForgedTokens.of(role, lure)
                .forEach((what, token) -> expect(operation, "a token " + what, token, Map.of(), UNAUTHENTICATED));
        Map<String, String> claimed = claimed(role);
        expect(operation, "headers alone", null, claimed, UNAUTHENTICATED);
        expect(operation, "a name and a password", null, Map.of("Authorization", "Basic eDp5"), UNAUTHENTICATED);
        expect(operation, "headers beside a token without roles", Tokens.of("no-roles"), claimed, FORBIDDEN);
    }

    private static Map<String, String> claimed(String role) {
        String good = ForgedTokens.good(role);
        Map<String, String> headers = new HashMap<>();
        CLAIMED.forEach(
                (name, value) -> headers.put(name, value.replace("ROLE", role).replace("TOKEN", good)));
        return headers;
    }

    private void expect(
            Operation operation, String who, @Nullable String token, Map<String, String> headers, int status) {
        Answer answer = ApiCall.call(operation, scene.path(operation), token, scene.bodyText(operation), headers);
        if (answer.status() != status) {
            leaks.add(operation.name() + " with " + who + ": " + status + " expected, got " + answer.inShort());
        }
    }
}
