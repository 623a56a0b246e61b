package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** Who can log in to the sample city and where, read from the file {@code accounts.json} that the stack writes. */
public final class Accounts {

    private final JsonNode content;

    private Accounts(JsonNode content) {
        this.content = content;
    }

    public static Accounts read(Path file) {
        try {
            return new Accounts(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts file cannot be read; is the stack up?", e);
        }
    }

    URI tokenEndpoint() {
        return URI.create(content.path("issuer").asText() + "/protocol/openid-connect/token");
    }

    /** The form fields of an account's token request (RFC 6749, 4.3 for people, 4.4 for clients). */
    String tokenRequest(String account) {
        for (JsonNode client : content.path("clients")) {
            if (client.path("account").asText().equals(account)) {
                return "grant_type=client_credentials&client_id=" + account + "&client_secret="
                        + client.path("secret").asText();
            }
        }
        for (JsonNode user : content.path("users")) {
            if (user.path("account").asText().equals(account)) {
                return "grant_type=password&client_id="
                        + content.path("webClient").asText() + "&username=" + account + "&password="
                        + content.path("password").asText();
            }
        }
        throw new IllegalArgumentException("The sample city has no account " + account);
    }
}
