package cn.qingcheng.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The passwords that the realm refuses although they are long enough: made of a file of words as people make them. Keycloak
 * compares whole passwords in lower case, so each form stands in the list by itself.
 */
final class PasswordBlacklist {
    /** As the realm's policy {@code passwordBlacklist} names the list. */
    static final String NAME = "qingcheng.txt";

    /** Shorter ones are refused for their length. */
    static final int LEAST_LENGTH = 12;

    private static final String OF_THE_CITY = "# city";
    private static final List<String> COUNTED = List.of(
            "",
            "1",
            "12",
            "123",
            "1234",
            "12345",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "1234567890",
            "0",
            "01",
            "007",
            "111",
            "1111",
            "111111",
            "000000",
            "321",
            "4321",
            "654321",
            "520",
            "521",
            "1314",
            "5201314",
            "168",
            "666",
            "6666",
            "666666",
            "888",
            "8888",
            "888888",
            "abc",
            "abc123",
            "qwe",
            "qwerty",
            "!",
            "!!",
            "!!!",
            "!@#",
            "!@#$",
            "!@#$%",
            "?",
            ".",
            "com",
            "cn");
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2035;

    private final List<String> words;
    private final List<String> wordsOfTheCity;

    private PasswordBlacklist(List<String> words, List<String> wordsOfTheCity) {
        this.words = words;
        this.wordsOfTheCity = wordsOfTheCity;
    }

    static PasswordBlacklist of(Path wordsFile) {
        List<String> words = new ArrayList<>();
        List<String> wordsOfTheCity = new ArrayList<>();
        boolean ofTheCity = false;
        for (String line : lines(wordsFile)) {
            if (line.startsWith("# ") || line.isBlank()) {
                ofTheCity = line.startsWith(OF_THE_CITY) || (ofTheCity && !line.isBlank());
                continue;
            }
            words.add(line);
            if (ofTheCity) {
                wordsOfTheCity.add(line);
            }
        }
        return new PasswordBlacklist(List.copyOf(words), List.copyOf(wordsOfTheCity));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new StackFailure("The words in " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** One to a line, as Keycloak reads them. */
    String text() {
        return passwords().stream().collect(Collectors.joining("\n", "", "\n"));
    }

    Set<String> passwords() {
        return words.stream()
                .flatMap(word -> Stream.of(word, withSigns(word), word.replace("o", "0")))
                .distinct()
                .flatMap(word -> Stream.of(repeated(word), ended(word), paired(word)))
                .flatMap(made -> made)
                .filter(password -> password.length() >= LEAST_LENGTH)
                .map(password -> password.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withSigns(String word) {
        return word.replace('a', '@')
                .replace('o', '0')
                .replace('e', '3')
                .replace('i', '1')
                .replace('s', '$');
    }

    /** Often enough to be long enough, and a few times more. */
    private static Stream<String> repeated(String word) {
        int least = -Math.floorDiv(-LEAST_LENGTH, word.length());
        return IntStream.rangeClosed(Math.min(2, least), Math.max(4, least + 4)).mapToObj(word::repeat);
    }

    private static Stream<String> ended(String word) {
        Stream<String> years = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).mapToObj(Integer::toString);
        return Stream.concat(COUNTED.stream(), years)
                .flatMap(end -> Stream.of(word + end, word + "@" + end, end + word));
    }

    private Stream<String> paired(String word) {
        return wordsOfTheCity.stream().flatMap(other -> Stream.of(word + other, other + word));
    }
}
