package cn.qingcheng.housing.lease;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What the parties agree on. Rent per month; the lease ends with the day before {@code endsOn}.
 *
 * @param number the readable number of the lease
 */
record LeaseTerms(
        String number,
        String unitCode,
        UUID talentId,
        LocalDate startsOn,
        LocalDate endsOn,
        long rentFen,
        long depositFen) {

    /** Hex SHA-256 of the terms, line by line: what is signed can be shown to be what was offered. */
    String digest() {
        String text = String.join(
                "\n",
                "talent-lease/v1",
                number,
                unitCode,
                talentId.toString(),
                startsOn.toString(),
                endsOn.toString(),
                Long.toString(rentFen),
                Long.toString(depositFen),
                "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
