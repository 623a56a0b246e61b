package cn.qingcheng.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The partners of a running realm. */
final class Partners {
    /** The most that are listed of a kind. */
    private static final int MOST = 1_000;
    /** Keycloak's name for private_key_jwt. */
    private static final String BY_SIGNATURE = "client-jwt";

    private final RealmAdmin admin;
    private final ObjectMapper json = new ObjectMapper();

    Partners(RealmAdmin admin) {
        this.admin = admin;
    }

    /** What adding a partner came to. */
    enum Outcome {
        ADDED,
        UNCHANGED,
        CHANGED,
        ENABLED
    }

    /**
     * Sees to it that the partner can log in with the key and with no other proof.
     *
     * @param name null leaves the name that it has
     */
    Outcome add(Partner partner, @Nullable String name, PartnerKey key) {
        Optional<JsonNode> present = find(partner);
        String shown = name != null
                ? name
                : present.map(client -> client.path("name").asText()).orElse(partner.toString());
        ObjectNode wanted = json.createObjectNode();
        partner.describe(wanted, shown);
        wanted.put("clientAuthenticatorType", BY_SIGNATURE);
        key.attributes().forEach(wanted.putObject("attributes")::put);
        if (present.isEmpty()) {
            admin.post("/clients", wanted);
            giveRole(partner, find(partner).orElseThrow());
            return Outcome.ADDED;
        }
        JsonNode client = present.get();
        giveRole(partner, client);
        if (client.path("enabled").asBoolean()
                && proves(client, key)
                && shown.equals(client.path("name").asText())) {
            return Outcome.UNCHANGED;
        }
        wanted.remove("protocolMappers"); // they are there, and would be taken for new ones
        admin.put("/clients/" + client.path("id").asText(), wanted);
        return client.path("enabled").asBoolean() ? Outcome.CHANGED : Outcome.ENABLED;
    }

    private static boolean proves(JsonNode client, PartnerKey key) {
        return client.path("clientAuthenticatorType").asText().equals(BY_SIGNATURE)
                && key.attributes().entrySet().stream()
                        .allMatch(attribute -> client.path("attributes")
                                .path(attribute.getKey())
                                .asText()
                                .equals(attribute.getValue()));
    }

    private void giveRole(Partner partner, JsonNode client) {
        String path = "/clients/" + client.path("id").asText();
        JsonNode account = admin.get(path + "/service-account-user");
        ArrayNode roles =
                json.createArrayNode().add(admin.get("/roles/" + partner.kind().word()));
        admin.post("/users/" + account.path("id").asText() + "/role-mappings/realm", roles);
        admin.post(path + "/scope-mappings/realm", roles);
    }

    /** Lets it log in no more; false when it could not before. */
    boolean disable(Partner partner) {
        JsonNode client = known(partner);
        admin.put(
                "/clients/" + client.path("id").asText(),
                json.createObjectNode().put("clientId", partner.clientId()).put("enabled", false));
        return client.path("enabled").asBoolean();
    }

    /** Forgets its client with the key; what the partner reported stays where it is. */
    void remove(Partner partner) {
        admin.delete("/clients/" + known(partner).path("id").asText());
    }

    /** How long a token lives that was given just now. */
    Duration tokenLife() {
        return Duration.ofSeconds(admin.get("").path("accessTokenLifespan").asLong());
    }

    /** One line for each, sorted by client. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Partner.Kind kind : Partner.Kind.values()) {
            admin.get("/clients?search=true&max=" + MOST + "&clientId=" + kind.word() + "-")
                    .forEach(client -> lines.add("%s  %s  %s%s"
                            .formatted(
                                    client.path("clientId").asText(),
                                    proof(client),
                                    client.path("name").asText(),
                                    client.path("enabled").asBoolean() ? "" : "  (disabled)")));
        }
        lines.sort(null);
        return lines;
    }

    private static String proof(JsonNode client) {
        return client.path("clientAuthenticatorType").asText().equals(BY_SIGNATURE) ? "public key" : "secret";
    }

    private JsonNode known(Partner partner) {
        return find(partner).orElseThrow(() -> new StackFailure("There is no " + partner + " in the realm."));
    }

    private Optional<JsonNode> find(Partner partner) {
        return Optional.ofNullable(
                admin.get("/clients?clientId=" + partner.clientId()).get(0));
    }
}
