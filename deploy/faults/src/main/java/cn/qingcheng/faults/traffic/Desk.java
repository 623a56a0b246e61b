package cn.qingcheng.faults.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where one actor works: its own chance, and its way to ask the city as any account. */
final class Desk {

    private static final String NDJSON = "application/x-ndjson";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String OFFICERS_PAGE = "pageSize=200";

    /** One in so many good answers is asked for once more with its key. */
    private static final int REPLAY = 30;

    private static final int CUT_IN_FOUR = 4;

    private final Persistence city;
    private final Random random;
    private final int run;
    private final ObjectMapper json = new ObjectMapper();

    Desk(Persistence city, Random random, int run) {
        this.city = city;
        this.random = random;
        this.run = run;
    }

    /** True with the chance of so many in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number from 0 up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    Random random() {
        return random;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Reply get(String kind, @Nullable String account, String path) {
        return city.insist(Call.get(kind, account, path));
    }

    /** The items of a collection's first page. */
    List<JsonNode> items(String kind, @Nullable String account, String path) {
        List<JsonNode> items = new ArrayList<>();
        get(kind, account, path).body().path("items").forEach(items::add);
        return items;
    }

    /** All items of a collection that may have many pages. */
    List<JsonNode> everything(String kind, @Nullable String account, String path) {
        List<JsonNode> items = new ArrayList<>();
        String page = path + (path.contains("?") ? "&" : "?") + OFFICERS_PAGE;
        for (String token = ""; ; ) {
            JsonNode body = get(kind, account, token.isEmpty() ? page : page + "&pageToken=" + token)
                    .body();
            body.path("items").forEach(items::add);
            token = body.path("nextPageToken").asText("");
            if (token.isEmpty()) {
                return items;
            }
        }
    }

    /** Posts with a key of its own. */
    Reply post(String kind, @Nullable String account, String path, @Nullable Object body) {
        return keyed(kind, account, path, body == null ? null : Call.JSON, body == null ? null : text(body));
    }

    Reply csv(String kind, String account, String path, String text) {
        return keyed(kind, account, path, "text/csv", text);
    }

    private Reply keyed(
            String kind, @Nullable String account, String path, @Nullable String contentType, @Nullable String body) {
        String key = "run" + run + "-" + new UUID(random.nextLong(), random.nextLong());
        Call call = new Call(kind, account, "POST", path, contentType, body, key, null);
        Reply reply = city.insist(call);
        if (reply.isGood() && random.nextInt(REPLAY) == 0) {
            city.again(call, reply);
        }
        return reply;
    }

    /** Posts where no key is taken: the same again does the same. */
    Reply postPlain(String kind, String account, String path, Object body) {
        return city.insist(new Call(kind, account, "POST", path, Call.JSON, text(body), null, null));
    }

    /** Sends rows as a stream, one time in four cut on its way first. */
    Reply upload(String kind, String account, String path, List<Map<String, Object>> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(text(row)).append('\n'));
        Call call = new Call(kind, account, "POST", path, NDJSON, lines.toString(), null, null);
        if (random.nextInt(CUT_IN_FOUR) == 0) {
            city.cut(call, random);
        }
        return city.insist(call);
    }

    Reply put(String kind, String account, String path, String contentType, String body) {
        return city.insist(new Call(kind, account, "PUT", path, contentType, body, null, null));
    }

    /**
     * Edits what stands at the path.
     *
     * @param hasTaken whether what is read there has the edit in it
     */
    Reply patch(String kind, String account, String path, Object change, String etag, Predicate<JsonNode> hasTaken) {
        return city.insist(new Call(kind, account, "PATCH", path, MERGE_PATCH, text(change), null, etag), hasTaken);
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
