package cn.qingcheng.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The architecture as tests: what a service, and what the kit, may be made of. */
public final class HouseRules {
    private static final Path COMPILED = Path.of("target/classes");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path MIGRATIONS_OF_KIT = Path.of("../service-kit/src/test/resources/db/migration");

    /** The migrations of the kit's own tables, which every service repeats under a number of its own. */
    private static final List<String> MECHANISMS = List.of("create_mechanisms", "summarize_sent_events");

    /** The closed list: a new package of the kit is a decision to be written down, not a place to put things. */
    private static final Set<String> KIT_PACKAGES = Set.of(
            "problem",
            "page",
            "idempotency",
            "precondition",
            "outbox",
            "inbox",
            "event",
            "caller",
            "audit",
            "privacy",
            "standard",
            "workday",
            "bulk",
            "time");

    private static final int LEAST_SERVICES_OF_A_PACKAGE = 2;
    private static final Pattern KIT_IMPORT = Pattern.compile("import (?:static )?cn\\.qingcheng\\.kit\\.(\\w+)\\.");

    private HouseRules() {}

    /**
     * Checks all that the module in the working directory compiled.
     *
     * @param basePackage the service's own, such as {@code cn.qingcheng.talent}
     * @throws AssertionError naming every place that breaks a rule
     */
    public static void assertKept(String basePackage) {
        JavaClasses classes = compiled(basePackage);
        List<String> broken = new ArrayList<>();
        ArchitectureRules.ofService(basePackage)
                .forEach((name, rule) -> broken.addAll(violations(name, rule, classes)));
        broken.addAll(packagesWithoutReason(classes));
        if (Files.exists(MIGRATIONS)) {
            broken.addAll(differentMechanisms(MIGRATIONS, MIGRATIONS_OF_KIT));
        }
        fail(broken);
    }

    /** Checks the kit: its packages, that it holds no domain and nothing to inherit from, and what binds all code. */
    public static void assertKeptByKit() {
        JavaClasses classes = compiled("cn.qingcheng.kit");
        List<String> broken = new ArrayList<>();
        ArchitectureRules.ofKit().forEach((name, rule) -> broken.addAll(violations(name, rule, classes)));
        broken.addAll(packagesWithoutReason(classes));
        broken.addAll(foreignKitPackages(classes));
        broken.addAll(packagesOfFewServices(Path.of(".."), KIT_PACKAGES));
        fail(broken);
    }

    static List<String> violations(String name, ArchRule rule, JavaClasses classes) {
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
        return result.getFailureReport().getDetails().stream()
                .map(detail -> name + ": " + detail)
                .toList();
    }

    static List<String> packagesWithoutReason(JavaClasses classes) {
        Map<Boolean, Set<String>> packages = classes.stream()
                .collect(Collectors.partitioningBy(
                        type -> type.getSimpleName().equals("package-info"),
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toCollection(TreeSet::new))));
        Set<String> without = packages.getOrDefault(false, Set.of());
        without.removeAll(packages.getOrDefault(true, Set.of()));
        return without.stream()
                .map(name -> "every package says in package-info why it exists: " + name)
                .toList();
    }

    static List<String> foreignKitPackages(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !KIT_PACKAGES.contains(name.replace("cn.qingcheng.kit.", "")))
                .map(name -> "the list of the kit's packages is closed: " + name)
                .toList();
    }

    /** What one service alone needs belongs into that service. */
    static List<String> packagesOfFewServices(Path checkout, Set<String> packages) {
        Map<String, Set<Path>> users = new TreeMap<>();
        packages.forEach(name -> users.put(name, new TreeSet<>()));
        try (DirectoryStream<Path> services = Files.newDirectoryStream(checkout, "*-service")) {
            for (Path service : services) {
                kitPackagesIn(service.resolve("src/main/java"))
                        .forEach(name ->
                                users.getOrDefault(name, new TreeSet<>()).add(service));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the services cannot be read", e);
        }
        return users.entrySet().stream()
                .filter(use -> use.getValue().size() < LEAST_SERVICES_OF_A_PACKAGE)
                .map(use -> "a package of the kit serves at least two services: " + use.getKey() + " serves "
                        + use.getValue())
                .toList();
    }

    private static Set<String> kitPackagesIn(Path sources) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher uses = KIT_IMPORT.matcher(Files.readString(file));
                while (uses.find()) {
                    found.add(uses.group(1));
                }
            }
        }
        return found;
    }

    static List<String> differentMechanisms(Path migrations, Path ofKit) {
        return MECHANISMS.stream()
                .filter(name -> !textsOf(name, migrations).equals(textsOf(name, ofKit)))
                .map(name -> "the mechanisms are the same in every service: " + name + " is not in " + migrations
                        + " as in " + ofKit)
                .toList();
    }

    private static List<String> textsOf(String name, Path migrations) {
        try (Stream<Path> files = Files.list(migrations)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith("__" + name + ".sql"))
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations cannot be compared", e);
        }
    }

    private static JavaClasses compiled(String basePackage) {
        JavaClasses all = new ClassFileImporter().importPath(COMPILED);
        List<JavaClass> own = all.stream()
                .filter(type -> type.getPackageName().equals(basePackage)
                        || type.getPackageName().startsWith(basePackage + "."))
                .toList();
        if (own.isEmpty()) {
            throw new AssertionError("no class of " + basePackage + " in " + COMPILED.toAbsolutePath());
        }
        return all;
    }

    private static void fail(List<String> broken) {
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.size() + " places break the rules of the house:\n"
                    + String.join("\n", broken) + "\nSee docs/adr and CONTRIBUTING.md.");
        }
    }
}
