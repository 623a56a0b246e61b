import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.*;

/** Recomputes a round from its published proof alone: java deploy/VerifyLottery.java proof.json (or its http address). */
public class VerifyLottery {
    static String json;
    static int at;
    static int faults;

    public static void main(String[] args) throws Exception {
        json = read(args[0]);
        Map<String, Object> proof = map(value());
        Map<String, Map<String, Object>> tickets = new TreeMap<>();
        list(proof.get("tickets")).forEach(t -> tickets.put((String) map(t).get("ticketId"), map(t)));
        StringBuilder ids = new StringBuilder(), inputs = new StringBuilder();
        tickets.forEach((id, t) -> {
            ids.append(id).append("\n");
            inputs.append(id + "|" + t.get("tier") + "|" + String.join(",", strings(t.get("wishes"))) + "\n");
        });
        String d = sha256(ids.toString());
        check("digest of the list", proof.get("listDigest"), d);
        check("digest of tiers and wishes", proof.get("inputsDigest"), sha256(inputs.toString()));
        for (Object each : list(proof.get("draws"))) {
            Map<String, Object> draw = map(each);
            String name = "draw " + draw.get("sequence") + " (" + draw.get("status") + "): ";
            if (draw.get("seed") == null) continue; // voided before it was drawn
            String seed = sha256("talent-lottery/v1|" + proof.get("roundCode") + "|" + d + "|" + draw.get("entropy"));
            check(name + "seed", draw.get("seed"), seed);
            List<String> line = new ArrayList<>(tickets.keySet());
            line.sort(Comparator.comparing((String id) -> Integer.parseInt((String) tickets.get(id).get("tier")))
                    .thenComparing(id -> sha256(seed + "|" + id)));
            Set<String> free = new HashSet<>(strings(proof.get("units")));
            free.removeAll(strings(draw.get("unavailableUnits")));
            Set<String> struck = new HashSet<>(strings(draw.get("struck")));
            StringBuilder mine = new StringBuilder(), theirs = new StringBuilder();
            for (String id : line) {
                String unit = null;
                for (String wish : strings(tickets.get(id).get("wishes")))
                    if (unit == null && !struck.contains(id) && free.remove(wish)) unit = wish;
                mine.append(id + "=" + unit + " ");
            }
            for (Object p : list(draw.get("result"))) theirs.append(map(p).get("ticketId") + "=" + map(p).get("unit") + " ");
            check(name + "order and units of " + line.size() + " tickets", theirs.toString(), mine.toString());
        }
        System.out.println(faults == 0 ? "The proof holds." : faults + " faults: the proof does NOT hold.");
        System.exit(faults == 0 ? 0 : 1);
    }

    static void check(String what, Object published, String computed) {
        boolean same = computed.equals(published);
        System.out.println((same ? "ok     " : "WRONG  ") + what);
        if (!same) faults++;
    }

    static String read(String from) throws IOException {
        if (!from.startsWith("http")) return Files.readString(Path.of(from));
        try (var in = URI.create(from).toURL().openStream()) { return new String(in.readAllBytes(), StandardCharsets.UTF_8); }
    }

    static String sha256(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (java.security.NoSuchAlgorithmException e) { throw new IllegalStateException(e); }
    }

    /** Just enough JSON: objects, lists, strings; numbers and words are kept as text, null as null. */
    static Object value() {
        char c = next();
        if (c == '"') return string();
        if (c == '[') { List<Object> l = new ArrayList<>(); while (next() != ']') { if (json.charAt(at - 1) != ',') at--; l.add(value()); } return l; }
        if (c == '{') { Map<String, Object> m = new LinkedHashMap<>(); while (next() != '}') { if (json.charAt(at - 1) == ',') next(); String k = string(); next(); m.put(k, value()); } return m; }
        int from = at - 1;
        while (at < json.length() && ",]} \r\n\t".indexOf(json.charAt(at)) < 0) at++;
        String word = json.substring(from, at);
        return word.equals("null") ? null : word;
    }

    static char next() { while (Character.isWhitespace(json.charAt(at))) at++; return json.charAt(at++); }

    static String string() {
        StringBuilder s = new StringBuilder();
        for (char c; (c = json.charAt(at++)) != '"'; ) {
            if (c == '\\' && (c = json.charAt(at++)) == 'u') { c = (char) Integer.parseInt(json.substring(at, at += 4), 16); }
            s.append(c); // other escapes stand for characters that no id, wish or digest has
        }
        return s.toString();
    }

    @SuppressWarnings("unchecked") static Map<String, Object> map(Object o) { return (Map<String, Object>) o; }
    @SuppressWarnings("unchecked") static List<Object> list(Object o) { return (List<Object>) o; }
    static List<String> strings(Object o) { return list(o).stream().map(String.class::cast).toList(); }
}
