package cn.qingcheng.kit.privacy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in production with secrets that were made up for a sample, a test or a first try. */
@ApplicationScoped
class ProductionSecrets {
    /** 32 random bytes have fewer different ones than this about once in 10^13 keys; typed ones nearly always. */
    private static final int LEAST_DIFFERENT_BYTES = 20;

    private static final int LEAST_PASSWORD_CHARACTERS = 16;
    private static final Set<String> GUESSED_FIRST = Set.of(
            "password", "postgres", "secret", "changeme", "admin", "sample", "example", "test", "qingcheng", "city");

    private final Optional<List<String>> fieldKeys;
    private final Optional<String> indexKey;
    private final Optional<String> databasePassword;
    private final Optional<String> databaseUser;

    @Inject
    ProductionSecrets(
            @ConfigProperty(name = "qingcheng.privacy.keys") Optional<List<String>> fieldKeys,
            @ConfigProperty(name = "qingcheng.index.key") Optional<String> indexKey,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> databaseUser) {
        this.fieldKeys = fieldKeys;
        this.indexKey = indexKey;
        this.databasePassword = databasePassword;
        this.databaseUser = databaseUser;
    }

    void refuseInProduction(@Observes @Priority(1) StartupEvent start) {
        if (ConfigUtils.getProfiles().contains("prod")) {
            // Not every service keeps sensitive fields; one that does asks for its keys itself.
            Optional<PrivacyKeys> keys =
                    fieldKeys.flatMap(fields -> indexKey.map(index -> new PrivacyKeys(fields, index)));
            check(keys, databasePassword, databaseUser);
        }
    }

    static void check(Optional<PrivacyKeys> keys, Optional<String> databasePassword, Optional<String> databaseUser) {
        List<String> refused = new ArrayList<>();
        keys.ifPresent(present -> refuseMadeUp(present, refused));
        databasePassword
                .filter(password -> isGuessable(password, databaseUser.orElse("")))
                .ifPresent(password -> refused.add("QUARKUS_DATASOURCE_PASSWORD is a password that can be guessed; use "
                        + LEAST_PASSWORD_CHARACTERS + " random characters or more."));
        if (!refused.isEmpty()) {
            throw new IllegalStateException(String.join(" ", refused));
        }
    }

    private static void refuseMadeUp(PrivacyKeys keys, List<String> refused) {
        for (Map.Entry<String, byte[]> key : keys.fieldKeys().entrySet()) {
            if (isMadeUp(key.getValue())) {
                refused.add("QINGCHENG_PRIVACY_KEYS holds the key " + key.getKey()
                        + " that is no random one; make it with `openssl rand -base64 32`.");
            }
            if (Arrays.equals(key.getValue(), keys.indexKey())) {
                refused.add("QINGCHENG_INDEX_KEY is also in QINGCHENG_PRIVACY_KEYS; each needs a key of its own.");
            }
        }
        if (isMadeUp(keys.indexKey())) {
            refused.add("QINGCHENG_INDEX_KEY is no random key; make it with `openssl rand -base64 32`.");
        }
    }

    private static boolean isMadeUp(byte[] key) {
        Set<Byte> different = new HashSet<>();
        boolean isCounting = true;
        for (int i = 0; i < key.length; i++) {
            different.add(key[i]);
            isCounting &= i == 0 || (byte) (key[i - 1] + 1) == key[i];
        }
        return isCounting || different.size() < LEAST_DIFFERENT_BYTES;
    }

    private static boolean isGuessable(String password, String user) {
        String plain = password.toLowerCase(Locale.ROOT);
        return password.length() < LEAST_PASSWORD_CHARACTERS
                || plain.equals(user.toLowerCase(Locale.ROOT))
                || GUESSED_FIRST.stream()
                        .anyMatch(word -> plain.startsWith(word) && plain.length() < 2 * word.length() + 4);
    }
}
