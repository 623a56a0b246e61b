package cn.qingcheng.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who can log in to this city and with what; kept in the data folder for the loader, the tests and {@code
 * deploy/token}.
 *
 * @param issuer the realm's address; its tokens come from {@code issuer/protocol/openid-connect/token}
 * @param webClient the client that people log in with
 * @param password one for all people
 */
public record Accounts(String issuer, String webClient, String password, List<User> users, List<Client> clients) {

    /** A person. */
    public record User(String account, List<String> roles, String name) {}

    /**
     * A machine.
     *
     * @param university code of the institution, for clients with that role
     * @param employer unified social credit code, for clients with that role
     */
    public record Client(
            String account,
            String secret,
            String role,
            @Nullable String university,
            @Nullable String employer,
            String name,
            String nameInEnglish) {}

    static Accounts of(SampleAccounts sample, String issuer, Secrets secrets) {
        List<User> users = sample.users().stream()
                .map(user -> new User(user.account(), user.roles(), user.name()))
                .toList();
        List<Client> clients = new ArrayList<>();
        for (SampleAccounts.University university : sample.universities()) {
            String account = "university-" + university.code();
            clients.add(new Client(
                    account,
                    secrets.password(account),
                    "university",
                    university.code(),
                    null,
                    university.name().zh(),
                    university.name().en()));
        }
        for (SampleAccounts.Employer employer : sample.employers()) {
            String account = "employer-" + employer.unifiedSocialCreditCode();
            clients.add(new Client(
                    account,
                    secrets.password(account),
                    "employer",
                    null,
                    employer.unifiedSocialCreditCode(),
                    employer.name().zh(),
                    employer.name().en()));
        }
        return new Accounts(issuer, "qingcheng-web", secrets.password("sample-accounts"), users, List.copyOf(clients));
    }

    public Optional<Client> client(String account) {
        return clients.stream()
                .filter(client -> client.account().equals(account))
                .findFirst();
    }

    public Optional<User> user(String account) {
        return users.stream().filter(user -> user.account().equals(account)).findFirst();
    }

    /** All people, and enough of the machines to guess the rest. */
    String summary() {
        return people() + "; " + machines();
    }

    String people() {
        return String.join(", ", users.stream().map(User::account).toList());
    }

    String machines() {
        List<String> universities = names("university");
        List<String> employers = names("employer");
        return "%s … %s; %s and %d more employers"
                .formatted(
                        universities.get(0),
                        universities.get(universities.size() - 1),
                        employers.get(0),
                        employers.size() - 1);
    }

    private List<String> names(String role) {
        return clients.stream()
                .filter(client -> client.role().equals(role))
                .map(Client::account)
                .toList();
    }

    void write(Path file) {
        try {
            PropertyFile.write(
                    file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Accounts read(DataFolder data) {
        Path file = data.accounts();
        if (!Files.exists(file)) {
            throw new StackFailure("There is no city in " + data.path() + ": start it with ./deploy/up.");
        }
        try {
            return new ObjectMapper().readValue(file.toFile(), Accounts.class);
        } catch (IOException e) {
            throw new StackFailure("The accounts in " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
