package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.subsidy.payee.PayeeRequest;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * The file the bank pays from: a line for each payment and a last line with the control totals. The same payments give
 * the same bytes, so writing it again after a crash changes nothing. Only its owner may read it.
 */
final class BankFile {
    private static final String[] COLUMNS = {
        "paymentNumber", "accountName", "accountNumber", "bankCode", "amount", "currency", "purpose"
    };

    private BankFile() {}

    /** Writes it whole or not at all, and gives the SHA-256 of its bytes in hexadecimal. */
    static String write(Path file, List<Payment> payments, Function<Payment, PayeeRequest> payeeOf) {
        Path coming = file.resolveSibling(file.getFileName() + ".incoming");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(coming);
            // It holds accounts in plain text, because the bank must read them; here nobody else may.
            Files.createFile(
                    coming, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = Files.newOutputStream(coming);
                    Writer text = new OutputStreamWriter(new DigestOutputStream(out, digest), StandardCharsets.UTF_8);
                    CsvWriter csv = CsvWriter.builder()
                            .lineDelimiter(LineDelimiter.CRLF)
                            .build(text)) {
                csv.writeRecord(COLUMNS);
                long totalFen = 0;
                for (Payment payment : payments) {
                    PayeeRequest payee = payeeOf.apply(payment);
                    csv.writeRecord(
                            payment.number(),
                            payee.accountName(),
                            payee.accountNumber(),
                            payee.bankCode(),
                            Money.ofFen(payment.amountFen()).amount(),
                            Money.CURRENCY,
                            payment.schemeCode() + " " + payment.period());
                    totalFen = Math.addExact(totalFen, payment.amountFen());
                }
                csv.writeRecord(
                        "TOTAL",
                        "",
                        "",
                        "",
                        Money.ofFen(totalFen).amount(),
                        Money.CURRENCY,
                        Integer.toString(payments.size()));
            }
            Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failed) {
            throw new UncheckedIOException("the bank file " + file + " cannot be written", failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
