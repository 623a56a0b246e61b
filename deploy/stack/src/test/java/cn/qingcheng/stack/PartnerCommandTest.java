package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qingcheng.stack.Browser.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command against a real Keycloak, and the partners' machines that log in after it. */
@ExtendWith(RealmUnderTest.class)
class PartnerCommandTest {
    private static final String EMPLOYER = "91150102MA0TE5T084";

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    private static Said run(String... arguments) {
        return runOn(RealmUnderTest.data(), arguments);
    }

    private static Said runOn(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of("partner", "--data", data.toString()));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = commands.execute(all.toArray(String[]::new));
        return new Said(status, out.toString().strip(), err.toString().strip());
    }

    private static void assertSaid(String sentence, String... arguments) {
        assertThat(run(arguments)).isEqualTo(new Said(0, sentence, ""));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void aUniversityLogsInWithItsKeyAloneAndItsTokenSaysWhichItIs() throws Exception {
        PartnerMachine machine = new PartnerMachine("university-10126");
        PartnerMachine impostor = new PartnerMachine("university-10126");

        assertSaid(
                "University 10126 can log in as client university-10126, at " + RealmUnderTest.issuer()
                        + "/protocol/openid-connect/token.",
                "add",
                "university",
                "10126",
                "--name",
                "内蒙古大学",
                "--key",
                machine.publicKey(folder).toString());

        String assertion = machine.assertion();
        Answer token = machine.present(assertion);
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.claims().path("university").asText()).isEqualTo("10126");
        assertThat(token.claims().has("employer")).isFalse();
        assertThat(token.claims().path("groups")).extracting(JsonNode::asText).containsExactly("university");
        assertThat(token.claims().path("aud").asText()).isEqualTo("qingcheng-api");
        assertThat(token.json().has("refresh_token")).isFalse();
        assertRefused(machine.present(assertion));
        assertRefused(machine.present(machine.assertionSignedWithThePublicKey()));
        assertRefused(impostor.askForToken());
    }

    @Test
    void addedAgainItIsLeftOrChanged() throws Exception {
        PartnerMachine old = new PartnerMachine("university-10127");
        PartnerMachine renewed = new PartnerMachine("university-10127");
        String oldKey = old.publicKey(folder).toString();
        run("add", "university", "10127", "--key", oldKey);

        assertSaid(
                "University 10127 has this key already; nothing was changed.",
                "add",
                "university",
                "10127",
                "--key",
                oldKey);
        assertThat(old.askForToken().status()).isEqualTo(200);
        assertSaid(
                "University 10127 is changed: this key counts, and no other.",
                "add",
                "university",
                "10127",
                "--key",
                renewed.publicKey(folder).toString());

        assertRefused(old.askForToken());
        Answer token = renewed.askForToken();
        assertThat(token.claims().path("university").asText()).isEqualTo("10127");
        assertThat(token.claims().path("groups")).extracting(JsonNode::asText).containsExactly("university");
    }

    @Test
    void aPartnerIsDisabledLetInAgainAndRemoved() throws Exception {
        PartnerMachine machine = new PartnerMachine("university-10128");
        String key = machine.publicKey(folder).toString();
        run("add", "university", "10128", "--key", key);

        assertSaid(
                "University 10128 can log in no more; a token it already has ends within 5 minutes.",
                "disable",
                "university",
                "10128");
        assertRefused(machine.askForToken());
        assertSaid("University 10128 was disabled already.", "disable", "university", "10128");
        assertThat(run("list").out()).contains("university-10128  public key  university 10128  (disabled)");
        assertSaid("University 10128 may log in again, with this key.", "add", "university", "10128", "--key", key);
        assertThat(machine.askForToken().status()).isEqualTo(200);
        assertSaid("University 10128 is removed.", "remove", "university", "10128");
        assertRefused(machine.askForToken());
        assertThat(run("remove", "university", "10128"))
                .isEqualTo(new Said(Main.FAILED, "", "There is no university 10128 in the realm."));
    }

    @Test
    void anEmployersTokenSaysWhichItIsInPlaceOfTheSecretOfTheSample() throws Exception {
        PartnerMachine machine = new PartnerMachine("employer-" + EMPLOYER);

        assertSaid(
                "Employer " + EMPLOYER + " is changed: this key counts, and no other.",
                "add",
                "employer",
                EMPLOYER,
                "--key",
                machine.publicKey(folder).toString());

        Answer token = machine.askForToken();
        assertThat(token.claims().path("employer").asText()).isEqualTo(EMPLOYER);
        assertThat(token.claims().path("groups")).extracting(JsonNode::asText).containsExactly("employer");
    }

    @Test
    void aCertificateServesAsWellUntilItHasExpired() throws Exception {
        Path valid = certificate("-validity", "2");
        Path expired = certificate("-startdate", "-2d", "-validity", "1");

        assertThat(run("add", "university", "10129", "--key", valid.toString()).status())
                .isZero();
        assertThat(run("add", "university", "10129", "--key", expired.toString()))
                .isEqualTo(new Said(Main.FAILED, "", "The certificate in " + expired + " is not valid today."));
    }

    private Path certificate(String... validity) throws Exception {
        Path store = folder.resolve(validity.length + ".p12");
        Path certificate = folder.resolve(validity.length + ".pem");
        List<String> make = new ArrayList<>(List.of(
                "-genkeypair", "-alias", "partner", "-keyalg", "RSA", "-keysize", "3072", "-dname", "CN=partner"));
        make.addAll(List.of(validity));
        keytool(store, make);
        keytool(store, List.of("-exportcert", "-alias", "partner", "-rfc", "-file", certificate.toString()));
        return certificate;
    }

    private static void keytool(Path store, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "of-a-test"));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @Test
    void aKeyThatWillNotDoIsOneSentence() throws Exception {
        KeyPair good = PartnerMachine.pair(3_072);
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        assertThat(refusal(PartnerMachine.pem("PRIVATE KEY", good.getPrivate().getEncoded())))
                .startsWith("KEY holds a private key, which must never leave its owner");
        assertThat(refusal(PartnerMachine.pem(
                        "PUBLIC KEY", PartnerMachine.pair(2_048).getPublic().getEncoded())))
                .isEqualTo("The key in KEY has 2048 bits: 3072 are the least to be safe.");
        assertThat(refusal(PartnerMachine.pem(
                        "PUBLIC KEY", curve.generateKeyPair().getPublic().getEncoded())))
                .isEqualTo("The key in KEY is no RSA key: ask for one.");
        assertThat(refusal("nothing of the kind")).isEqualTo("KEY is neither a public key nor a certificate in PEM.");
        assertThat(refusal("-----BEGIN CERTIFICATE-----\nnone\n")).isEqualTo("KEY is no certificate in PEM.");
    }

    private String refusal(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("refused.pem"), content);
        Said said = run("add", "university", "10130", "--key", file.toString());
        assertThat(said.status()).isEqualTo(Main.FAILED);
        assertThat(said.err()).doesNotContain("\n");
        assertThat(run("list").out()).doesNotContain("10130");
        return said.err().replace(file.toString(), "KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add school 10126 --key /no/such/file|\"school\" is neither university nor employer.",
                "add university 1012 --key /no/such/file"
                        + "|\"1012\" is no university's code: it has five digits, such as 10126.",
                "add employer 91150102MA0TE5T085 --key /no/such/file"
                        + "|\"91150102MA0TE5T085\" is no unified social credit code: it has 18 characters, and the last"
                        + " checks the others.",
                "add university 10126 --key /no/such/file" + "|The key in /no/such/file cannot be read: /no/such/file.",
                "disable university 99999|There is no university 99999 in the realm.",
                "list --keycloak http://localhost:1"
                        + "|Put the password of Keycloak's administrator admin into the variable"
                        + " QINGCHENG_KEYCLOAK_PASSWORD.",
            })
    void whatIsWrongIsOneSentence(String arguments, String sentence) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(new Said(Main.FAILED, "", sentence));
    }

    @Test
    void withoutARunningCityItSaysSo() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(runOn(nowhere, "list"))
                .isEqualTo(new Said(Main.FAILED, "", "No city runs on " + nowhere + ": start it with ./deploy/up."));
    }

    @Test
    void theHelpTellsWhatToGive() {
        assertThat(run("--help").out()).contains("add", "disable", "remove", "list");
        assertThat(run("add", "--help").out()).contains("--key=FILE", "five digits", "--name=NAME");
        assertThat(run("add", "university", "10126").err()).contains("Missing required option: '--key=FILE'");
    }
}
