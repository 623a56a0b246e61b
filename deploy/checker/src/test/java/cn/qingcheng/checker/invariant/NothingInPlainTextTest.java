package cn.qingcheng.checker.invariant;

import static cn.qingcheng.checker.invariant.Found.found;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.checker.TestCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number is seen wherever it stands in plain text, and told of without being told. */
class NothingInPlainTextTest {
    private static final String ID_NUMBER = "15019119990101001X";
    private static final String PHONE = "10012345678";
    private static final String ACCOUNT = "6222020602123456789";
    private static final Path BANK_FILE = Path.of("files/subsidy-service/bank/QB-2026-0001.csv");

    private final NothingInPlainText invariant = new NothingInPlainText();

    @TempDir
    Path data;

    private TestCity city;

    @BeforeEach
    void aCity() throws IOException {
        city = TestCity.withEvents(data)
                .write("traffic/secrets.txt", ID_NUMBER + "\n" + PHONE + "\n")
                .write("logs/talent-service.log", "nothing to see, 17012345678 and 2026-09-01T01:00:00.123456789Z\n");
        writeBankFile("样例一");
        Files.setPosixFilePermissions(data.resolve(BANK_FILE), PosixFilePermissions.fromString("rw-------"));
    }

    private void writeBankFile(String accountName) {
        city.write(
                BANK_FILE.toString(),
                "paymentNumber,accountName,accountNumber,bankCode,amount,currency,purpose\r\nQP-2026-000001,"
                        + accountName + "," + ACCOUNT
                        + ",102191000011,1500.00,CNY,rent-subsidy 2026-10\r\nTOTAL,,,,1500.00,CNY,1\r\n");
    }

    @Test
    void aCityThatKeepsItsSecretsHolds() {
        Finding finding = invariant.check(city.city());

        assertThat(finding.violations()).isEmpty();
        assertThat(finding.counted())
                .startsWith("3 numbers looked for, 2 files, 0 MiB, ")
                .endsWith(" tables, 46 records, 1 files for the bank");
    }

    @Test
    void aNumberInALogIsSeen() {
        city.write("logs/talent-service.log", "claimed by " + ID_NUMBER + " and " + PHONE);

        assertThat(found(invariant, city))
                .containsExactly("file logs/talent-service.log holds line 1 of secrets.txt before byte 28,"
                        + " line 2 of secrets.txt before byte 45 (2 in all)");
    }

    @Test
    void aPhoneBehindItsCountryCodeIsSeenAndAMomentIsNot() {
        city.write("logs/a.log", "+86" + PHONE).write("logs/b.log", PHONE + "123 1" + PHONE);

        assertThat(found(invariant, city))
                .containsExactly("file logs/a.log holds line 2 of secrets.txt before byte 14 (1 in all)");
    }

    @Test
    void aNumberAcrossTwoBuffersIsSeen() {
        city.write("postgres/base/1/2", " ".repeat((1 << 20) - 5) + ID_NUMBER + "7");

        assertThat(found(invariant, city)).singleElement().asString().startsWith("file postgres/base/1/2 holds line 1");
    }

    @Test
    void aNumberInATableIsSeenAlsoInBytesAndInLongTexts() {
        city.change(
                "talent",
                "update talent set phone = '" + PHONE + "' where id = '0199a000-0000-7000-8000-000000000001'",
                "update timeline_entry set data = jsonb_build_object('long', repeat('a', 100000) || ' " + ID_NUMBER
                        + "') where type = 'housing.lease.signed'");

        assertThat(found(invariant, city))
                .hasSize(2)
                .anyMatch(
                        row -> row.matches("row \\(\\d+,\\d+\\) of talent's public.talent holds line 2 of secrets.txt"))
                .anyMatch(row -> row.matches(
                        "row \\(\\d+,\\d+\\) of talent's public.timeline_entry holds line 1 of secrets.txt"));
    }

    @Test
    void aNumberInATopicIsSeenAlsoInAKeyAndAHeader() {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                "platform.platform.v1", PHONE, ("{\"a\":\"" + ACCOUNT + "\"}").getBytes(StandardCharsets.UTF_8));
        message.headers().add("who", ID_NUMBER.getBytes(StandardCharsets.UTF_8));
        city.send(message);

        assertThat(found(invariant, city))
                .hasSize(3)
                .allMatch(row -> row.startsWith("record platform.platform.v1-"))
                .anyMatch(row -> row.endsWith("holds the account of payment QP-2026-000001"));
    }

    @Test
    void theBanksAccountOutsideOfItsFileIsSeen() {
        city.write("logs/subsidy-service.log", ACCOUNT);

        assertThat(found(invariant, city))
                .containsExactly(
                        "file logs/subsidy-service.log holds the account of payment QP-2026-000001 before byte 19"
                                + " (1 in all)");
    }

    @Test
    void anotherNumberInTheBanksFileIsSeen() {
        writeBankFile("Sample, " + PHONE);

        assertThat(found(invariant, city)).singleElement().asString().startsWith("file " + BANK_FILE + " holds line 2");
    }

    @Test
    void aBankFileThatOthersMayReadIsSeen() throws IOException {
        Files.setPosixFilePermissions(data.resolve(BANK_FILE), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(found(invariant, city)).containsExactly("QB-2026-0001.csv");
    }

    @Test
    void theSampleCitysNumbersAreLookedForToo() {
        city.write(
                        "sample-city/graduates.ndjson",
                        "{\"a\":1}\n{\"idNumber\":\"150190200001010017\",\"phone\":\"10000000001\"}\n")
                .write("logs/talent-service.log", "150190200001010017");

        assertThat(found(invariant, city))
                .containsExactly(
                        "file logs/talent-service.log holds line 2 of graduates.ndjson before byte 18 (1 in all)");
    }

    @Test
    void noRowTellsANumber() {
        city.write("logs/talent-service.log", ID_NUMBER + " " + PHONE + " " + ACCOUNT);

        List<String> rows = found(invariant, city);

        assertThat(String.join("\n", rows)).doesNotContain(ID_NUMBER, PHONE, ACCOUNT);
    }
}
