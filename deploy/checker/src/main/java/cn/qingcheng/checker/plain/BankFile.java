package cn.qingcheng.checker.plain;

import cn.qingcheng.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file the bank pays from: the one place where bank accounts stand in plain text, because the bank must read them. In
 * its column alone, and for nobody but the owner of the file to read.
 */
record BankFile(Path path) {
    /** Of subsidy-service, in its folder of the city's data. */
    private static final Path FOLDER = Path.of("files", "subsidy-service", "bank");

    private static final Set<PosixFilePermission> OWNER_ALONE = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** Number of the payment, the name of whom it goes to, which may hold commas, the account, and four more columns. */
    private static final Pattern LINE = Pattern.compile("([^,]*),(.*),([0-9]+),([^,]*,[^,]*,[^,]*,[^,]*)");

    static List<BankFile> below(Path data) {
        Path folder = data.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(BankFile::new)
                    .toList();
        } catch (IOException e) {
            throw new StackFailure(folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** The accounts in their column, each with what to call it. */
    Map<String, String> accounts() {
        Map<String, String> accounts = new TreeMap<>();
        for (String line : lines()) {
            Matcher payment = LINE.matcher(line);
            if (payment.matches()) {
                accounts.put(payment.group(3), "the account of payment " + payment.group(1));
            }
        }
        return accounts;
    }

    /** The text without the column of accounts. */
    byte[] withoutAccounts() {
        List<String> rest = new ArrayList<>();
        for (String line : lines()) {
            rest.add(LINE.matcher(line).replaceFirst("$1,$2,,$4"));
        }
        return String.join("\n", rest).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether only the owner can come to it: by the file's own permissions. */
    boolean isOwnersAlone() {
        try {
            return OWNER_ALONE.containsAll(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new StackFailure(path + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new StackFailure(path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
