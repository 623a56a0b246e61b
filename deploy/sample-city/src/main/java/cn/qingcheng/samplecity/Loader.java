package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sends the files of the sample city through the public API, each as the account whose work it is. What is there already
 * is left as it is, so a load that was cut off can be started again.
 */
public final class Loader {

    private static final String NDJSON = "application/x-ndjson";
    private static final String UNIVERSITY = "university-90001";

    private final CityClient city;
    private final CityFiles files;
    private final Scale scale;
    private final Consumer<String> progress;
    private final ObjectMapper json = new ObjectMapper();

    private Loader(CityClient city, CityFiles files, Scale scale, Consumer<String> progress) {
        this.city = city;
        this.files = files;
        this.scale = scale;
        this.progress = progress;
    }

    /**
     * Writes the files into a folder and loads them.
     *
     * @param today the city's day
     * @param progress told what is being done, one line each
     */
    public static void load(
            CityClient city, Path folder, Scale scale, long seed, LocalDate today, Consumer<String> progress) {
        progress.accept("writing the sample city's files");
        new Loader(city, CityFiles.write(folder, scale, seed, today), scale, progress).load();
    }

    /** Command line: {@code --gateway URL --accounts FILE --dir DIR [--scale N] [--seed N] [--today DAY]}. */
    public static void main(String[] args) {
        Map<String, String> options = new HashMap<>(Map.of("--scale", "1.0", "--seed", "1", "--today", "2026-09-01"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (!options.keySet().containsAll(List.of("--gateway", "--accounts", "--dir"))) {
            throw new IllegalArgumentException("Needed: --gateway URL --accounts FILE --dir DIR");
        }
        CityClient city = new CityClient(
                URI.create(options.get("--gateway")),
                Accounts.read(Path.of(options.get("--accounts"))),
                Clock.systemUTC());
        load(
                city,
                Path.of(options.get("--dir")),
                Scale.times(Double.parseDouble(options.get("--scale"))),
                Long.parseLong(options.get("--seed")),
                LocalDate.parse(options.get("--today")),
                System.out::println);
    }

    private void load() {
        policies();
        platforms();
        employers();
        apartments();
        graduates();
    }

    private void policies() {
        progress.accept("subsidy schemes and budget lines");
        for (JsonNode line : document("budget-lines.json")) {
            city.post("finance1", "/subsidy/v1/budget-lines", line.path("line")).expect(201, 409);
            String path = "/subsidy/v1/budget-lines/" + line.at("/line/code").asText();
            JsonNode statement = city.get("finance1", path + "/statement").expect(200);
            if (statement.at("/balances/treasury/amount").asText().equals("0.00")) {
                city.post("finance1", path + "/appropriations", line.path("appropriation"))
                        .expect(201);
            }
        }
        for (JsonNode scheme : document("schemes.json")) {
            city.post("approver", "/subsidy/v1/schemes", scheme).expect(201, 409);
            String version = "/subsidy/v1/schemes/" + scheme.path("code").asText() + "/versions/1";
            if (city.get("reviewer", version)
                    .expect(200)
                    .path("status")
                    .asText()
                    .equals("DRAFT")) {
                city.post("reviewer", version + "/put-in-force", null).expect(200);
            }
        }
    }

    private void platforms() {
        progress.accept("%d platforms, %d institutions, %d cooperation projects, targets"
                .formatted(scale.platforms(), scale.institutions(), scale.cooperationProjects()));
        importAll("platform-officer", "/platform/v1/institutions/imports", "institutions.ndjson");
        importAll("platform-officer", "/platform/v1/platforms/imports", "platforms.ndjson");
        importAll("platform-officer", "/platform/v1/cooperation-projects/imports", "cooperation-projects.ndjson");
        for (JsonNode target : document("targets.json")) {
            city.post("platform-officer", "/platform/v1/targets", target).expect(201, 409);
        }
    }

    private void employers() {
        progress.accept("employers");
        for (JsonNode employer : rows("employers.ndjson")) {
            city.post("talent-officer", "/talent/v1/employers", employer).expect(201, 409);
        }
    }

    private void apartments() {
        progress.accept("%d apartments, %d of them released".formatted(scale.units(), scale.releasedUnits()));
        for (JsonNode estate : rows("estates.ndjson")) {
            city.post("housing1", "/housing/v1/estates", estate).expect(201, 409);
        }
        importAll("housing1", "/housing/v1/units/imports", "units.ndjson");
        JsonNode batches = city.get("housing1", "/housing/v1/release-batches").expect(200);
        if (batches.path("items").isEmpty()) {
            city.post(
                            "housing1",
                            "/housing/v1/release-batches",
                            Map.of("name", "首批上线 First batch", "unitSelection", Map.of("count", scale.releasedUnits())))
                    .expect(201);
        }
    }

    /** The journey's first step: the university's file, whose twenty bad rows the city must tell apart from the rest. */
    private void graduates() {
        progress.accept("%d graduates from %s".formatted(scale.graduates(), UNIVERSITY));
        JsonNode batch = importAll(UNIVERSITY, "/talent/v1/sync/batches", "graduates.ndjson");
        progress.accept("  batch %s: %s".formatted(batch.path("id").asText(), batch.path("counts")));
    }

    private JsonNode importAll(String account, String path, String file) {
        return city.post(account, path, NDJSON, Journey.body(files.file(file))).expect(200, 201);
    }

    private JsonNode document(String name) {
        try {
            return json.readTree(files.file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> rows(String name) {
        try (var values = json.readerFor(JsonNode.class)
                .<JsonNode>readValues(files.file(name).toFile())) {
            return values.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
