package cn.qingcheng.kit.privacy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSecretsTest {
    private static final Optional<String> USER = Optional.of("talent-service-in-the-city");
    private static final Optional<String> PASSWORD = Optional.of("vT3xkQ9wLr7mZ2aB");

    private static String random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String repeated(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return Base64.getEncoder().encodeToString(key);
    }

    private static void check(String fieldKey, String indexKey, Optional<String> password) {
        PrivacyKeys keys = new PrivacyKeys(List.of("2026:" + fieldKey), indexKey);
        ProductionSecrets.check(Optional.of(keys), password, USER);
    }

    @Test
    void randomSecretsAreTaken() {
        for (int i = 0; i < 1000; i++) {
            assertThatCode(() -> check(random(), random(), PASSWORD)).doesNotThrowAnyException();
        }
        assertThatCode(() -> check(random(), random(), Optional.empty())).doesNotThrowAnyException();
    }

    @Test
    void theKeysOfTheTestsAreRefusedByName() {
        assertThatThrownBy(() -> check(repeated(1), random(), PASSWORD))
                .hasMessageContaining("QINGCHENG_PRIVACY_KEYS")
                .hasMessageContaining("2026");
        assertThatThrownBy(() -> check(random(), repeated(2), PASSWORD)).hasMessageContaining("QINGCHENG_INDEX_KEY");
    }

    @Test
    void aKeyThatCountsOrIsTypedIsRefused() {
        byte[] counting = new byte[32];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        String typed = Base64.getEncoder()
                .encodeToString(
                        "this is the key of the city, ok?".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> check(Base64.getEncoder().encodeToString(counting), random(), PASSWORD))
                .hasMessageContaining("QINGCHENG_PRIVACY_KEYS");
        assertThatThrownBy(() -> check(typed, random(), PASSWORD)).hasMessageContaining("QINGCHENG_PRIVACY_KEYS");
    }

    @Test
    void oneKeyForBothIsRefused() {
        String key = random();

        assertThatThrownBy(() -> check(key, key, PASSWORD)).hasMessageContaining("a key of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "short", "postgres", "talent-service-in-the-city", "changeme12345678"})
    void aPasswordThatCanBeGuessedIsRefusedAndNotRepeated(String password) {
        assertThatThrownBy(() -> check(random(), random(), Optional.of(password)))
                .hasMessageStartingWith("QUARKUS_DATASOURCE_PASSWORD is a password that can be guessed")
                .hasMessageNotContaining("is " + password);
    }

    @Test
    void aServiceWithoutSensitiveFieldsNeedsNoKeys() {
        assertThatCode(() -> ProductionSecrets.check(Optional.empty(), PASSWORD, USER))
                .doesNotThrowAnyException();
    }
}
