package cn.qingcheng.subsidy.publicity;

import cn.qingcheng.kit.standard.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is published of an approval: no name and no account, since this service knows no names. The text is JSON with its
 * members in a fixed order, so that anybody can compute the digest again.
 */
record PublishedContent(String schemeCode, String week, int issue, String text) {

    static PublishedContent of(
            String schemeCode, String week, int issue, String applicationNumber, long monthlyAmountFen, int months) {
        // Codes and numbers hold no character that JSON would escape.
        String text = "{\"scheme\":\"" + schemeCode + "\",\"week\":\"" + week + "\",\"issue\":" + issue
                + ",\"entries\":[{\"applicationNumber\":\"" + applicationNumber + "\",\"monthlyAmount\":\""
                + Money.ofFen(monthlyAmountFen).amount() + "\",\"months\":" + months + "}]}";
        return new PublishedContent(schemeCode, week, issue, text);
    }

    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
