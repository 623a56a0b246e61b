package cn.qingcheng.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code deploy/partner}. */
@Command(
        name = "partner",
        description = "Universities and employers whose machines log in by themselves, with a signature of their own"
                + " (private_key_jwt): adds one, changes its key, disables it, removes it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(add | disable | remove | list)")
final class PartnerCommand {
    private static final String PASSWORD_VARIABLE = "QINGCHENG_KEYCLOAK_PASSWORD";
    private static final String KINDS = "university or employer";
    private static final String CODES = "A university's five digits, or an employer's unified social credit code.";

    @Mixin
    CityCommand city = new CityCommand();

    @Option(
            names = "--keycloak",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Another city's Keycloak; its administrator's password is read from " + PASSWORD_VARIABLE
                    + ". Default: that of the city on this machine.")
    @Nullable
    String keycloak;

    @Option(
            names = "--admin",
            paramLabel = "ACCOUNT",
            scope = ScopeType.INHERIT,
            defaultValue = Keycloak.ADMIN,
            description = "Keycloak's administrator, in the realm master (default: ${DEFAULT-VALUE}).")
    String admin = Keycloak.ADMIN;

    @Command(
            description = "Lets a partner log in with its key. Run again with another key or name, it changes them;"
                    + " a disabled partner may log in again.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "KIND", description = KINDS) String kind,
            @Parameters(paramLabel = "CODE", description = CODES) String code,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            required = true,
                            description = "Its public key or certificate in PEM: RSA of 3072 bits or more.")
                    Path key,
            @Option(names = "--name", paramLabel = "NAME", description = "What people call it.") @Nullable
                    String name) {
        Partner partner = Partner.of(kind, code);
        RealmAdmin realm = realm();
        say(
                switch (new Partners(realm).add(partner, name, PartnerKey.of(key))) {
                    case ADDED ->
                        "%s can log in as client %s, at %s/protocol/openid-connect/token."
                                .formatted(capital(partner), partner.clientId(), realm.issuer());
                    case CHANGED -> "%s is changed: this key counts, and no other.".formatted(capital(partner));
                    case ENABLED -> "%s may log in again, with this key.".formatted(capital(partner));
                    case UNCHANGED -> "%s has this key already; nothing was changed.".formatted(capital(partner));
                });
        return 0;
    }

    @Command(description = "Lets a partner log in no more, and keeps its key.", mixinStandardHelpOptions = true)
    int disable(
            @Parameters(paramLabel = "KIND", description = KINDS) String kind,
            @Parameters(paramLabel = "CODE", description = CODES) String code) {
        Partner partner = Partner.of(kind, code);
        Partners partners = new Partners(realm());
        say(
                partners.disable(partner)
                        ? "%s can log in no more; a token it already has ends within %d minutes."
                                .formatted(
                                        capital(partner), partners.tokenLife().toMinutes())
                        : "%s was disabled already.".formatted(capital(partner)));
        return 0;
    }

    @Command(
            description = "Forgets a partner's client and key; what it reported stays.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "KIND", description = KINDS) String kind,
            @Parameters(paramLabel = "CODE", description = CODES) String code) {
        Partner partner = Partner.of(kind, code);
        new Partners(realm()).remove(partner);
        say("%s is removed.".formatted(capital(partner)));
        return 0;
    }

    @Command(description = "Lists all partners and how they log in.", mixinStandardHelpOptions = true)
    int list() {
        List<String> lines = new Partners(realm()).lines();
        lines.forEach(this::say);
        say("%d partners.".formatted(lines.size()));
        return 0;
    }

    private RealmAdmin realm() {
        if (keycloak == null) {
            DataFolder data = city.dataFolder(Layout.find());
            return new RealmAdmin(
                    Keycloak.url(Addresses.read(data).ports().keycloak()),
                    Keycloak.ADMIN,
                    new Secrets(data).password(Keycloak.ADMIN_SECRET));
        }
        String password = Optional.ofNullable(System.getenv(PASSWORD_VARIABLE))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new StackFailure("Put the password of Keycloak's administrator " + admin
                        + " into the variable " + PASSWORD_VARIABLE + "."));
        return new RealmAdmin(keycloak, admin, password);
    }

    private void say(String line) {
        city.out().println(line);
    }

    private static String capital(Partner partner) {
        String text = partner.toString();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
