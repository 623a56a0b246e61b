package cn.qingcheng.faults.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.kit.standard.ResidentId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private static Cast cast(int run, long seed) {
        return new Cast(run, new Random(seed), TODAY, 200);
    }

    private static List<String> idNumbers(Cast cast) {
        return cast.graduates().stream().map(Graduate::idNumber).toList();
    }

    @Test
    void aSeedGivesTheSamePeople() {
        assertThat(cast(3, 7).secrets()).isEqualTo(cast(3, 7).secrets());
        assertThat(cast(3, 7).secrets()).isNotEqualTo(cast(3, 8).secrets());
    }

    @Test
    void noTwoPeopleOfManyRunsShareANumber() {
        List<String> all = new ArrayList<>();
        for (int run = 1; run <= 60; run++) {
            all.addAll(idNumbers(new Cast(run, new Random(1), TODAY.plusDays(run * 60L), 200)));
        }

        assertThat(all)
                .doesNotHaveDuplicates()
                .allMatch(number -> ResidentId.isValid(number, LocalDate.of(2099, 1, 1)));
    }

    @Test
    void everyNumberAndPhoneIsASecret() {
        Cast cast = cast(1, 1);

        assertThat(cast.secrets()).containsAll(idNumbers(cast)).hasSize(400);
    }

    @Test
    void theJournalCountsRunsAndKeepsSecretsToItsOwner(@TempDir Path folder) throws Exception {
        Journal.open(folder).secrets(List.of("150191200001010011"));
        Journal second = Journal.open(folder);
        second.secrets(List.of("10012345678"));

        Path secrets = folder.resolve("traffic/secrets.txt");
        assertThat(second.run()).isEqualTo(2);
        assertThat(secrets).content().isEqualTo("150191200001010011\n10012345678\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
    }
}
