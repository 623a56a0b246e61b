package cn.qingcheng.checker.plain;

import cn.qingcheng.checker.source.TrafficNotes;
import cn.qingcheng.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers that have been sent into a city: those of the traffic, those of the sample city's files, and the accounts
 * in the bank's files.
 */
final class KnownValues {
    private static final Pattern PERSONAL = Pattern.compile("\"(?:idNumber|phone)\"\\s*:\\s*\"([0-9]{10,}[Xx]?)\"");

    private KnownValues() {}

    static SecretNumbers of(TrafficNotes traffic, Path sampleCity, List<BankFile> bankFiles) {
        SecretNumbers numbers = new SecretNumbers();
        List<String> secrets = traffic.secrets();
        for (int line = 0; line < secrets.size(); line++) {
            if (!secrets.get(line).isBlank()) {
                numbers.add(secrets.get(line), "line " + (line + 1) + " of secrets.txt");
            }
        }
        for (Path file : files(sampleCity)) {
            addAll(file, numbers);
        }
        bankFiles.forEach(file -> file.accounts().forEach(numbers::add));
        return numbers;
    }

    private static void addAll(Path file, SecretNumbers numbers) {
        try (Stream<String> lines = Files.lines(file)) {
            long[] number = {0};
            lines.forEach(line -> {
                number[0]++;
                Matcher value = PERSONAL.matcher(line);
                while (value.find()) {
                    numbers.add(value.group(1), "line " + number[0] + " of " + file.getFileName());
                }
            });
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new StackFailure(folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
