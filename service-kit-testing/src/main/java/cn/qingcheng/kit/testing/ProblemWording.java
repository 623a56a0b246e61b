package cn.qingcheng.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** Every problem has its words in both languages. */
public final class ProblemWording {
    private static final String PROBLEM_CODE = "cn.qingcheng.kit.problem.ProblemCode";
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private ProblemWording() {}

    /**
     * Checks the module in the working directory: each constant of each enum of problem codes has title and detail in
     * {@code problems.properties} and {@code problems_en.properties}, and both files have the same keys with the same
     * number of arguments.
     */
    public static void assertComplete() {
        assertComplete("problems");
    }

    /** As above for another pair of files, such as the kit's own. */
    public static void assertComplete(String bundle) {
        List<JavaClass> enums = new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(PROBLEM_CODE))
                        .toList();
        List<String> missing = missing(
                codes(enums),
                read(MESSAGES.resolve(bundle + ".properties")),
                read(MESSAGES.resolve(bundle + "_en.properties")));
        if (!missing.isEmpty()) {
            throw new AssertionError("problems lack words:\n" + String.join("\n", missing));
        }
    }

    private static List<String> codes(List<JavaClass> enums) {
        return enums.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                .map(field -> field.getName())
                .toList();
    }

    static List<String> missing(List<String> codes, Properties chinese, Properties english) {
        TreeSet<String> keys = new TreeSet<>(chinese.stringPropertyNames());
        keys.addAll(english.stringPropertyNames());
        codes.forEach(code -> keys.addAll(List.of(code + ".title", code + ".detail")));
        List<String> missing = new ArrayList<>();
        for (String key : keys) {
            String inChinese = chinese.getProperty(key);
            String inEnglish = english.getProperty(key);
            if (inChinese == null || inChinese.isBlank()) {
                missing.add(key + " in Chinese");
            } else if (inEnglish == null || inEnglish.isBlank()) {
                missing.add(key + " in English");
            } else if (arguments(inChinese) != arguments(inEnglish)) {
                missing.add(key + " has not as many arguments in both languages");
            }
        }
        return missing;
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
