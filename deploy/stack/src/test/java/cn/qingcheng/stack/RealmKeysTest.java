package cn.qingcheng.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys that a real Keycloak makes for the committed realm. */
@ExtendWith(RealmUnderTest.class)
class RealmKeysTest {
    /** 128 bits of security (NIST SP 800-57 part 1, table 2). */
    private static final int LEAST_BITS = 3_072;

    private static final int FERMAT_STEPS = 10_000;

    private static JsonNode published() {
        return Browser.get(RealmUnderTest.issuer() + "/protocol/openid-connect/certs", "")
                .json()
                .path("keys");
    }

    @Test
    void everyKeyOfTheRealmHasTheStrengthOf128BitsAndSignsAsTheServicesExpect() {
        assertThat(published()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.path("kty").asText()).isEqualTo("RSA");
            assertThat(key.path("use").asText()).isEqualTo("sig");
            assertThat(key.path("alg").asText()).isEqualTo("RS256");
            assertThat(number(key, "n").bitLength()).isGreaterThanOrEqualTo(LEAST_BITS);
            assertThat(number(key, "e")).isEqualTo(BigInteger.valueOf(65_537));
        });
    }

    @Test
    void aTokenIsSignedWithOneOfThem() {
        Set<String> ids = new HashSet<>();
        published().forEach(key -> ids.add(key.path("kid").asText()));

        Browser.Answer person =
                new Frontend().tokens("graduate8", RealmUnderTest.accounts().password());

        assertThat(person.head().path("alg").asText()).isEqualTo("RS256");
        assertThat(ids).contains(person.head().path("kid").asText());
    }

    @Test
    void noKeyFallsToFermat() {
        assertThat(published())
                .allSatisfy(key -> assertThat(fallsToFermat(number(key, "n"))).isFalse());
        BigInteger prime = BigInteger.TWO.pow(521).subtract(BigInteger.ONE);
        assertThat(fallsToFermat(prime.multiply(prime.nextProbablePrime()))).isTrue();
    }

    /** Whether the two primes are so near to each other that their middle gives them away. */
    private static boolean fallsToFermat(BigInteger modulus) {
        BigInteger middle = modulus.sqrt();
        for (int step = 0; step < FERMAT_STEPS; step++) {
            middle = middle.add(BigInteger.ONE);
            BigInteger[] root = middle.multiply(middle).subtract(modulus).sqrtAndRemainder();
            if (root[1].signum() == 0) {
                return true;
            }
        }
        return false;
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
    }
}
