package cn.qingcheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.Checker;
import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.Settling;
import cn.qingcheng.samplecity.Accounts;
import cn.qingcheng.samplecity.CityClient;
import cn.qingcheng.samplecity.Journey;
import cn.qingcheng.samplecity.JourneyPlay;
import cn.qingcheng.samplecity.Loader;
import cn.qingcheng.stack.Layout;
import cn.qingcheng.stack.Progress;
import cn.qingcheng.stack.Scale;
import cn.qingcheng.stack.ServiceModule;
import cn.qingcheng.stack.Settings;
import cn.qingcheng.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A city of the first version, with rows, is brought to the present one as an operator would: one of two instances of
 * each service is replaced, the databases are migrated under the feet of the other, and both serve at once.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MigrationTest {
    private static final Path DATA = Path.of("target", "migrated-city").toAbsolutePath();
    private static final Path FILES = DATA.resolve("sample-city");
    private static final double SMALL = 0.02;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int OLD = 1;
    private static final int NEW = 2;

    private final Map<ServiceModule, DatabaseContents> contents = new EnumMap<>(ServiceModule.class);
    private Stack firstVersion;
    private Stack presentVersion;
    private CityClient city;
    private Journey journey;

    @BeforeAll
    void startTheCityOfTheFirstVersion() {
        firstVersion =
                Stack.start(FirstVersion.built(), Settings.forTest(DATA).withScale(Scale.ofEach(2)), Progress.silent());
        presentVersion = Stack.attach(Layout.find(), firstVersion.settings().data());
        city = new CityClient(
                URI.create(firstVersion.gatewayUrl()), Accounts.read(DATA.resolve("accounts.json")), Clock.systemUTC());
        Loader.load(city, FILES, cn.qingcheng.samplecity.Scale.times(SMALL), 1, LocalDate.of(2026, 9, 1), line -> {});
        journey = new Journey(city, FILES, duration -> firstVersion.clock().advance(duration));
    }

    @AfterAll
    void stopTheCity() {
        if (firstVersion != null) {
            firstVersion.close();
        }
    }

    @Test
    @Order(1)
    void theFirstVersionFillsItsTables() {
        play(JourneyPlay.Cast.OF_THE_PLAY);
        objectTo("graduate8");

        Set<String> empty = new TreeSet<>();
        for (ServiceModule service : ServiceModule.values()) {
            DatabaseContents ofService = new DatabaseContents(firstVersion, service);
            contents.put(service, ofService);
            ofService.emptyTables().forEach(table -> empty.add(service.shortName() + "." + table));
            assertThat(ofService.migrations())
                    .as("%s before", service)
                    .isEqualTo(migrationsOf(FirstVersion.built(), service));
        }
        assertThat(empty).isEmpty();
    }

    @Test
    @Order(2)
    void theNewInstancesMigrateBesideTheOldAndChangeNoRow() {
        Settling.await(CityUnderCheck.of(firstVersion), A_MINUTE);
        for (ServiceModule service : ServiceModule.values()) {
            DatabaseContents ofService = contents.get(service);
            Map<String, String> before = ofService.digests();

            presentVersion.restart(service.moduleName(), NEW);

            assertThat(ofService.digests()).as("rows of %s", service).isEqualTo(before);
            assertThat(ofService.migrations()).as("%s after", service).isEqualTo(migrationsOf(Layout.find(), service));
        }
    }

    @Test
    @Order(3)
    void bothVersionsServeAtOnce() {
        Map<String, Long> before = answeredByEach();

        play(JourneyPlay.Cast.OF_THE_WALK);
        for (int request = 0; request < 8; request++) {
            city.get(null, "/platform/v1/platforms?pageSize=1").expect(200);
        }

        answeredByEach()
                .forEach((instance, answers) ->
                        assertThat(answers).as("answers of %s", instance).isGreaterThan(before.get(instance)));
    }

    @Test
    @Order(4)
    void aVersionStartsOnADatabaseThatALaterOneHasMigrated() {
        // One stands for all: the setting is the kit's.
        contents.get(ServiceModule.TALENT).pretendALaterMigration();
        presentVersion.restart(ServiceModule.TALENT.moduleName(), NEW);

        assertThat(city.get("graduate1", "/talent/v1/me").status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void nothingIsLostOrDoubled() throws IOException {
        closeTheFirstVersionsFiles();
        Settling.await(CityUnderCheck.of(presentVersion), A_MINUTE);

        assertThat(Checker.check(CityUnderCheck.of(presentVersion))).isEmpty();
    }

    /** The first version left the files for the bank open to others on its machine; an update closes them, once. */
    private static void closeTheFirstVersionsFiles() throws IOException {
        try (Stream<Path> files = Files.walk(DATA.resolve("files").resolve("subsidy-service"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private void play(JourneyPlay.Cast cast) {
        new JourneyPlay(journey, () -> firstVersion.clock().now(), line -> {}, cast).play();
    }

    /** An application that is published and objected to: under way while the databases migrate. */
    private void objectTo(String graduate) {
        JsonNode application = journey.applyForRentSubsidy(graduate);
        journey.decide(application.path("id").asText());
        String number = application.path("number").asText();
        JsonNode lists = city.get(null, "/subsidy/v1/publicity").expect(200).path("items");
        String list = StreamSupport.stream(lists.spliterator(), false)
                .filter(published -> published.toString().contains(number))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        city.post(
                        null,
                        "/subsidy/v1/publicity/" + list + "/objections",
                        Map.of("applicationNumber", number, "statement", "已不在本市", "contact", "door 7"))
                .expect(201);
    }

    /** What the files of a version say, in the order of their versions. */
    private static List<String> migrationsOf(Layout layout, ServiceModule service) {
        try (Stream<Path> files =
                Files.list(layout.root().resolve(service.moduleName()).resolve("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"))
                    .map(Integer::valueOf)
                    .sorted()
                    .map(String::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many requests each instance has answered, by its own count. */
    private Map<String, Long> answeredByEach() {
        Map<String, Long> answered = new TreeMap<>();
        for (ServiceModule service : ServiceModule.values()) {
            for (int instance : new int[] {OLD, NEW}) {
                CityClient direct = new CityClient(
                        URI.create(firstVersion.serviceUrl(service.moduleName(), instance)),
                        Accounts.read(DATA.resolve("accounts.json")),
                        Clock.systemUTC());
                long count = direct.get(null, "/q/metrics")
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count{")
                                && line.contains("uri=\"/" + service.shortName() + "/v1/"))
                        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum();
                answered.put(service.processName(instance), count);
            }
        }
        return answered;
    }
}
