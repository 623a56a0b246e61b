package cn.qingcheng.samplecity;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Who can log in to the sample city, read from the file the stack writes: {@code <user>.password} for people and
 * {@code <client>.secret} for universities and employers.
 */
public final class Accounts {

    private final Properties entries;

    private Accounts(Properties entries) {
        this.entries = entries;
    }

    public static Accounts read(Path file) {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts file cannot be read; is the stack up?", e);
        }
        return new Accounts(entries);
    }

    /** Gives the form fields of the token request (RFC 6749, 4.3 for people, 4.4 for clients) */
    String tokenRequest(String account) {
        String secret = entries.getProperty(account + ".secret");
        if (secret != null) {
            return "grant_type=client_credentials&client_id=" + account + "&client_secret=" + secret;
        }
        String password = entries.getProperty(account + ".password");
        if (password == null) {
            throw new IllegalArgumentException("The sample city has no account " + account);
        }
        return "grant_type=password&client_id=qingcheng-web&username=" + account + "&password=" + password;
    }
}
