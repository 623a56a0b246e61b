package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.problem.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A return file as its lines, and the digest it is known by. */
record ReturnFile(String digest, List<Line> lines) {
    /** The largest file taken in, in bytes: some thirty thousand lines, more than a batch can hold. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int MAX_RAW_CHARACTERS = 1_000;

    /** A line with its fields and, for a human, its text. */
    record Line(int number, List<String> fields) {
        String raw() {
            String text = String.join(",", fields);
            return text.length() <= MAX_RAW_CHARACTERS ? text : text.substring(0, MAX_RAW_CHARACTERS);
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws ProblemException 413 when too long, 400 when it is no CSV or its first line does not name the columns
     */
    static ReturnFile read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(DisbursementProblem.RETURN_FILE_TOO_LONG, MAX_BYTES);
        }
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (CsvRecord record : csv) {
                lines.add(new Line((int) record.getStartingLineNumber(), record.getFields()));
            }
        } catch (CsvParseException unreadable) {
            throw unreadable();
        } catch (IOException impossible) {
            throw new UncheckedIOException("read from memory", impossible);
        }
        if (lines.isEmpty() || !lines.get(0).fields().equals(BankAnswer.COLUMNS)) {
            throw unreadable();
        }
        return new ReturnFile(sha256(bytes), List.copyOf(lines.subList(1, lines.size())));
    }

    private static ProblemException unreadable() {
        return new ProblemException(DisbursementProblem.RETURN_FILE_UNREADABLE, String.join(",", BankAnswer.COLUMNS));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
