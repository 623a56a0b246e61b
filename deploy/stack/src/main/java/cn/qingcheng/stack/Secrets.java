package cn.qingcheng.stack;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Passwords and keys of one data folder: made on first use, kept in one file, never in the repository. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 18;
    private static final int KEY_BYTES = 32;

    private final DataFolder data;
    private final Map<String, String> values;

    Secrets(DataFolder data) {
        this.data = data;
        this.values = PropertyFile.read(data.secrets());
    }

    /** The password of a database role, a client or an account. */
    String password(String owner) {
        return kept("password." + owner, PASSWORD_BYTES, Base64.getUrlEncoder());
    }

    /** A 256-bit key in Base64. */
    String key(String purpose) {
        return kept("key." + purpose, KEY_BYTES, Base64.getEncoder());
    }

    /** Written before it is used: a database whose password nobody knows is lost. */
    private String kept(String name, int bytes, Base64.Encoder encoder) {
        String value = values.get(name);
        if (value == null) {
            value = random(bytes, encoder);
            values.put(name, value);
            PropertyFile.write(data.secrets(), values);
        }
        return value;
    }

    private static String random(int bytes, Base64.Encoder encoder) {
        byte[] noise = new byte[bytes];
        RANDOM.nextBytes(noise);
        return encoder.encodeToString(noise);
    }
}
