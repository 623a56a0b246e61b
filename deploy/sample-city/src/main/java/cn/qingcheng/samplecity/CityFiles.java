package cn.qingcheng.samplecity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The files of a sample city in one folder: NDJSON where the API takes bulk, JSON where it takes one document. The same
 * scale, seed and day write the same bytes.
 */
public final class CityFiles {

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    private CityFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Generates a city and writes its files.
     *
     * @param today the city's day; the graduates graduated in its year
     */
    public static CityFiles write(Path folder, Scale scale, long seed, LocalDate today) {
        CityFiles files = new CityFiles(folder);
        CityFacts facts = CityFacts.read();
        Graduates graduates = Graduates.generate(scale, seed, today);
        try {
            Files.createDirectories(folder);
            files.lines("institutions.ndjson", Institutions.rows(scale));
            files.lines("employers.ndjson", Employers.rows(facts));
            files.lines("graduates.ndjson", graduates.rows());
            files.lines("platforms.ndjson", Platforms.rows(scale, facts, seed));
            files.lines("cooperation-projects.ndjson", Platforms.cooperation(scale, seed));
            files.lines("estates.ndjson", Units.estates(scale, facts));
            files.lines("units.ndjson", Units.rows(scale, seed));
            files.document("people.json", graduates.journeyPeople());
            for (String policy : List.of("schemes", "budget-lines", "targets")) {
                files.copy(policy + ".json");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample city cannot be written to " + folder, e);
        }
        return files;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    private void lines(String name, List<? extends Map<String, Object>> rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file(name))) {
            for (Map<String, Object> row : rows) {
                out.write(json.writeValueAsString(row));
                out.write('\n');
            }
        }
    }

    private void document(String name, Object content) throws IOException {
        Files.writeString(
                file(name), json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(content) + "\n");
    }

    private void copy(String name) throws IOException {
        try (InputStream in = CityFiles.class.getResourceAsStream("/city/" + name)) {
            if (in == null) {
                throw new IOException("city/" + name + " is missing from the jar; build it again");
            }
            Files.copy(in, file(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
