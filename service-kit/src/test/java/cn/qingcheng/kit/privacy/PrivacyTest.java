package cn.qingcheng.kit.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivacyTest {
    private static final String OLD = "2025:" + key(1);
    private static final String NEW = "2026:" + key(2);
    private static final String ROW = "talent/0198/idNumber";
    private static final String PLAIN = "150105199903071231";

    private final FieldCipher cipher = cipher(NEW, OLD);

    @Test
    void decryptsWhatItEncrypted() {
        byte[] stored = cipher.encrypt(PLAIN, ROW);

        assertThat(cipher.decrypt(stored, ROW)).isEqualTo(PLAIN);
        assertThat(new String(stored, 1, stored[0], java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("2026");
    }

    @Test
    void equalValuesDoNotLookEqual() {
        assertThat(cipher.encrypt(PLAIN, ROW)).isNotEqualTo(cipher.encrypt(PLAIN, ROW));
    }

    @Test
    void olderKeyStillDecrypts() {
        byte[] stored = cipher(OLD).encrypt(PLAIN, ROW);

        assertThat(cipher.decrypt(stored, ROW)).isEqualTo(PLAIN);
    }

    @Test
    void valueMovedToAnotherRowDoesNotDecrypt() {
        byte[] stored = cipher.encrypt(PLAIN, ROW);

        assertThatThrownBy(() -> cipher.decrypt(stored, "talent/0199/idNumber")).isInstanceOf(UnreadableField.class);
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] stored = cipher.encrypt(PLAIN, ROW);
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(changed, ROW)).isInstanceOf(UnreadableField.class);
        }
    }

    @Test
    void unknownKeyAndRubbishAreRefused() {
        assertThatThrownBy(() -> cipher(NEW).decrypt(cipher(OLD).encrypt(PLAIN, ROW), ROW))
                .isInstanceOf(UnreadableField.class);
        assertThatThrownBy(() -> cipher.decrypt(new byte[0], ROW)).isInstanceOf(UnreadableField.class);
        assertThatThrownBy(() -> cipher.decrypt(new byte[] {-1, 2}, ROW)).isInstanceOf(UnreadableField.class);
    }

    @Test
    void keysThatAreNoneStopTheStart() {
        assertThatThrownBy(() -> cipher("without-id")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cipher("short:AAAA")).hasMessageContaining("3 bytes");
    }

    @Test
    void blindIndexIsTheSameForTheSameTextAndKey() {
        BlindIndex index = new BlindIndex(new PrivacyKeys(List.of(NEW), key(3)));

        assertThat(index.of(PLAIN)).hasSize(32).isEqualTo(index.of(PLAIN)).isNotEqualTo(index.of("other"));
        assertThat(new BlindIndex(new PrivacyKeys(List.of(NEW), key(4))).of(PLAIN))
                .isNotEqualTo(index.of(PLAIN));
    }

    @Test
    void masksShowNoMoreThanOneNeeds() {
        assertThat(Mask.name("王小明")).isEqualTo("王**");
        assertThat(Mask.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Mask.name("王")).isEqualTo("*");
        assertThat(Mask.idNumber(PLAIN)).isEqualTo("150***********1231");
        assertThat(Mask.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Mask.account("6222020602001234567")).isEqualTo("***************4567");
        assertThat(Mask.account("123")).isEqualTo("***");
    }

    private static FieldCipher cipher(String... keys) {
        return new FieldCipher(new PrivacyKeys(List.of(keys), key(9)));
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
