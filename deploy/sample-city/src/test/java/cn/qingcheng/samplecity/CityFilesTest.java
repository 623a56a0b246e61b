package cn.qingcheng.samplecity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.standard.ResidentId;
import cn.qingcheng.kit.standard.UnifiedSocialCreditCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final int BAD_ROWS = 20;

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theDefaultCityHasThePublishedFigures() throws IOException {
        CityFiles.write(folder, Scale.CITY, 1, TODAY);

        assertThat(rows("graduates.ndjson")).hasSize(2_000);
        assertThat(rows("platforms.ndjson")).hasSize(800);
        assertThat(rows("units.ndjson")).hasSize(12_472);
        assertThat(rows("institutions.ndjson")).hasSize(41);
        assertThat(rows("cooperation-projects.ndjson")).hasSize(110);
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Scale small = Scale.times(0.05);
        CityFiles.write(folder, small, 7, TODAY);
        CityFiles.write(again, small, 7, TODAY);
        CityFiles.write(other, small, 8, TODAY);

        for (String file : List.of("graduates.ndjson", "units.ndjson", "platforms.ndjson")) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
        }
        assertThat(Files.mismatch(other.resolve("graduates.ndjson"), folder.resolve("graduates.ndjson")))
                .isNotNegative();
    }

    @Test
    void allButTheTwentyBadRowsCarryValidNumbersOfNoRealPerson() throws IOException {
        CityFiles.write(folder, Scale.CITY, 1, TODAY);

        List<JsonNode> good = rows("graduates.ndjson").subList(0, 2_000 - BAD_ROWS);
        Set<String> numbers = new HashSet<>();
        assertThat(good).allSatisfy(row -> {
            String number = row.path("idNumber").asText();
            assertThat(ResidentId.isValid(number, TODAY)).isTrue();
            assertThat(number).startsWith("150190");
            assertThat(row.path("phone").asText()).startsWith("100").hasSize(11);
            assertThat(numbers.add(number)).isTrue();
        });
    }

    @Test
    void everyBadRowIsBadInItsOwnWay() throws IOException {
        CityFiles.write(folder, Scale.CITY, 1, TODAY);
        List<JsonNode> rows = rows("graduates.ndjson");
        JsonNode good = rows.get(0);

        Set<String> ways = new TreeSet<>();
        for (JsonNode bad : rows.subList(2_000 - BAD_ROWS, 2_000)) {
            Set<String> way = new TreeSet<>();
            Set<String> names = new TreeSet<>();
            good.fieldNames().forEachRemaining(names::add);
            bad.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (good.has(name) != bad.has(name)) {
                    way.add((bad.has(name) ? "+" : "-") + name);
                }
            }
            ways.add(way
                    + bad.path("idNumber")
                            .asText()
                            .substring(
                                    0,
                                    Math.min(14, bad.path("idNumber").asText().length()))
                    + bad.path("householdRegion")
                    + bad.path("graduatedOn")
                    + bad.path("educationLevel")
                    + bad.path("degree")
                    + bad.path("externalId")
                    + bad.path("sourceVersion"));
        }
        assertThat(ways).hasSize(BAD_ROWS);
    }

    @Test
    void employersHaveValidCreditCodesAndTheFirstIsTheKnownOne() throws IOException {
        CityFiles.write(folder, Scale.times(0.05), 1, TODAY);

        List<JsonNode> employers = rows("employers.ndjson");
        assertThat(employers.get(0).path("unifiedSocialCreditCode").asText()).isEqualTo("91150102MA0TE5T084");
        assertThat(employers)
                .allSatisfy(row -> assertThat(UnifiedSocialCreditCode.isValid(
                                row.path("unifiedSocialCreditCode").asText()))
                        .isTrue());
    }

    private List<JsonNode> rows(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .map(this::parse)
                .toList();
    }

    private JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
