package cn.qingcheng.stack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The public key that a partner's signature is proved by (RFC 7523, {@code private_key_jwt}). It is handed over and never
 * fetched: an address that a partner names would let it have us call whom it likes.
 *
 * @param attributes as Keycloak keeps them of a client
 */
record PartnerKey(Map<String, String> attributes) {
    private static final int LEAST_BITS = 3_072;
    private static final long LARGEST_FILE = 64 * 1024;

    /** From a file in PEM: an RSA public key, or a certificate with one. */
    static PartnerKey of(Path file) {
        String text = read(file);
        if (text.contains("PRIVATE KEY")) {
            throw new StackFailure(file + " holds a private key, which must never leave its owner: ask for the public"
                    + " key or a certificate, and for a new pair.");
        }
        PublicKey key = text.contains("BEGIN CERTIFICATE") ? ofCertificate(file, text) : ofPublicKey(file, text);
        if (!(key instanceof RSAKey rsa)) {
            throw new StackFailure("The key in " + file + " is no RSA key: ask for one.");
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < LEAST_BITS) {
            throw new StackFailure(
                    "The key in " + file + " has " + bits + " bits: " + LEAST_BITS + " are the least to be safe.");
        }
        return new PartnerKey(Map.of(
                "jwt.credential.public.key", Base64.getEncoder().encodeToString(key.getEncoded()),
                "use.jwks.url", "false",
                "jwks.url", ""));
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new StackFailure(file + " is too large for a key or a certificate.");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new StackFailure("The key in " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static PublicKey ofCertificate(Path file, String text) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
            certificate.checkValidity();
            return certificate.getPublicKey();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new StackFailure("The certificate in " + file + " is not valid today.", e);
        } catch (GeneralSecurityException e) {
            throw new StackFailure(file + " is no certificate in PEM.", e);
        }
    }

    private static PublicKey ofPublicKey(Path file, String text) {
        String encoded = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return decoded("RSA", encoded)
                .or(() -> decoded("EC", encoded))
                .orElseThrow(() -> new StackFailure(file + " is neither a public key nor a certificate in PEM."));
    }

    private static Optional<PublicKey> decoded(String algorithm, String encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded))));
        } catch (GeneralSecurityException | IllegalArgumentException isNone) {
            return Optional.empty();
        }
    }
}
