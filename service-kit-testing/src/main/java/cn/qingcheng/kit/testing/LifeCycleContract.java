package cn.qingcheng.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The states and steps of a service's enums against those published in {@code contracts/life-cycles.json}, for whoever
 * holds a history against them.
 */
public final class LifeCycleContract {
    private static final Path FILE = Contracts.FOLDER.resolve("life-cycles.json");
    private static final Set<String> STEPS = Set.of("next", "allowedNext");

    private LifeCycleContract() {}

    /**
     * Every enum of the package that knows its next states is published as it is, states in their order, the first
     * being that of a new thing. With {@code -Dcontracts.update=true} the file is written instead.
     */
    public static void assertCommitted(String basePackage) {
        String present = write(lifeCycles(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage)));
        if (Contracts.mayBeRewritten()) {
            Contracts.write(FILE, present);
        }
        if (!Files.exists(FILE) || !Contracts.read(FILE).equals(present)) {
            throw new AssertionError("the life cycles are not as " + FILE
                    + " says they are; if that is meant, run this test with -Dcontracts.update=true");
        }
    }

    static Map<String, Map<String, List<String>>> lifeCycles(JavaClasses classes) {
        Map<String, Map<String, List<String>>> cycles = new TreeMap<>();
        for (JavaClass found : classes) {
            if (found.isEnum()) {
                Class<?> states = found.reflect();
                steps(states).ifPresent(steps -> {
                    if (cycles.put(states.getSimpleName(), table(states, steps)) != null) {
                        throw new AssertionError("two life cycles are called " + states.getSimpleName());
                    }
                });
            }
        }
        return cycles;
    }

    private static Optional<Method> steps(Class<?> states) {
        return Stream.of(states.getDeclaredMethods())
                .filter(method -> STEPS.contains(method.getName())
                        && method.getParameterCount() == 0
                        && Set.class.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    private static Map<String, List<String>> table(Class<?> states, Method steps) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        steps.setAccessible(true);
        for (Object state : states.getEnumConstants()) {
            try {
                Set<?> next = (Set<?>) steps.invoke(state);
                table.put(
                        ((Enum<?>) state).name(),
                        Stream.of(states.getEnumConstants())
                                .filter(next::contains)
                                .map(following -> ((Enum<?>) following).name())
                                .toList());
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(states.getName() + " does not tell its steps", e);
            }
        }
        return table;
    }

    private static String write(Map<String, Map<String, List<String>>> cycles) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(cycles) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings can be written", e);
        }
    }
}
