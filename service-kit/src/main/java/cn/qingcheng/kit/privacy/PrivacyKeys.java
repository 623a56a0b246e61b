package cn.qingcheng.kit.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret keys, from {@code QINGCHENG_PRIVACY_KEYS=id:base64,…} and {@code QINGCHENG_INDEX_KEY=base64}. The first
 * privacy key encrypts; the others still decrypt what they once encrypted.
 */
@Singleton
public class PrivacyKeys {
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final Map<String, byte[]> fieldKeys = new LinkedHashMap<>();
    private final byte[] indexKey;

    @Inject
    public PrivacyKeys(
            @ConfigProperty(name = "qingcheng.privacy.keys") List<String> fieldKeys,
            @ConfigProperty(name = "qingcheng.index.key") String indexKey) {
        for (String entry : fieldKeys) {
            int colon = entry.indexOf(':');
            String id = colon < 0 ? "" : entry.substring(0, colon).strip();
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "QINGCHENG_PRIVACY_KEYS is id:base64key,… with ids of 1 to 32" + " letters, digits, - or _");
            }
            this.fieldKeys.put(id, decode(entry.substring(colon + 1), "QINGCHENG_PRIVACY_KEYS"));
        }
        this.indexKey = decode(indexKey, "QINGCHENG_INDEX_KEY");
    }

    private static byte[] decode(String base64, String setting) {
        byte[] key = Base64.getDecoder().decode(base64.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(setting + " holds a key of " + key.length + " bytes, not " + KEY_BYTES);
        }
        return key;
    }

    Map<String, byte[]> fieldKeys() {
        return fieldKeys;
    }

    byte[] indexKey() {
        return indexKey;
    }
}
