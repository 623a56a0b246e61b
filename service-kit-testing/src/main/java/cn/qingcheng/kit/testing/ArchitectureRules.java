package cn.qingcheng.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rules, each with the name under which it is reported. */
final class ArchitectureRules {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String MAPPED_SUPERCLASS = "jakarta.persistence.MappedSuperclass";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
    private static final Set<String> ROLES = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");

    private ArchitectureRules() {}

    /** What binds a service. */
    static Map<String, ArchRule> ofService(String basePackage) {
        Map<String, ArchRule> rules = ofAllCode();
        rules.put(
                "a service depends on no other service",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAPackage("cn.qingcheng..")
                                .and(not(resideInAnyPackage(basePackage + "..", "cn.qingcheng.kit..")))));
        rules.put(
                "entities stay behind the resources",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Resource")
                        .should(haveNoEntityInTheirSignature()));
        rules.put(
                "resources speak to services, not to repositories",
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("Resource")
                        .should()
                        .dependOnClassesThat()
                        .haveSimpleNameEndingWith("Repository"));
        rules.put(
                "only services open transactions: methods",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameNotEndingWith("Service")
                        .should()
                        .beAnnotatedWith(TRANSACTIONAL));
        rules.put(
                "only services open transactions: classes",
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Service")
                        .should()
                        .beAnnotatedWith(TRANSACTIONAL));
        rules.put(
                "entities have behaviour, not setters",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(ENTITY)
                        .and()
                        .arePublic()
                        .should()
                        .haveNameMatching("set[A-Z].*"));
        rules.put(
                "every endpoint says its roles", methods().that(areEndpoints()).should(sayTheirRoles()));
        rules.put(
                "events come in through the inbox",
                methods()
                        .that()
                        .areAnnotatedWith(INCOMING)
                        .should(beIn("a class that uses the inbox", ArchitectureRules::usesInbox)));
        return rules;
    }

    /** What binds the kit. */
    static Map<String, ArchRule> ofKit() {
        Map<String, ArchRule> rules = ofAllCode();
        rules.put(
                "the kit holds no entities",
                noClasses().should().beAnnotatedWith(ENTITY).orShould().beAnnotatedWith(MAPPED_SUPERCLASS));
        rules.put(
                "the kit has nothing to inherit from",
                noClasses()
                        .that()
                        .areNotInterfaces()
                        .and()
                        .areNotEnums()
                        .and()
                        .arePublic()
                        .should()
                        .haveModifier(JavaModifier.ABSTRACT));
        rules.put(
                "the kit knows no service",
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("cn.qingcheng..").and(not(resideInAPackage("cn.qingcheng.kit..")))));
        return rules;
    }

    private static Map<String, ArchRule> ofAllCode() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "names say what a class is",
                noClasses()
                        .should()
                        .haveNameMatching(
                                ".*[.$]([A-Za-z]*(Utils?|Helper|Manager|Impl)|(Base|Abstract)[A-Z][A-Za-z]*)"));
        rules.put(
                "time comes from the Clock",
                noClasses()
                        .that(not(resideInAnyPackage("cn.qingcheng.kit.time", "cn.qingcheng.gateway.time")))
                        .should()
                        .callMethodWhere(new DescribedPredicate<>("the machine is asked for the time") {
                            @Override
                            public boolean test(JavaMethodCall call) {
                                return asksTheMachine(
                                        call.getTargetOwner().getName(),
                                        call.getName(),
                                        call.getTarget().getRawParameterTypes());
                            }
                        })
                        .orShould()
                        .callConstructor("java.util.Date"));
        rules.put(
                "nobody sleeps: wait for a condition",
                noClasses()
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class));
        rules.put(
                "what is to be said goes to the log",
                noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err"));
        rules.putAll(ReachRules.ofAllCode());
        return rules;
    }

    private static boolean asksTheMachine(String owner, String method, List<JavaClass> parameters) {
        if (owner.equals("java.lang.System")) {
            return method.equals("currentTimeMillis");
        }
        if (owner.equals("java.time.Clock")) {
            return method.startsWith("system") || method.startsWith("tick");
        }
        return owner.startsWith("java.time.")
                && method.equals("now")
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .anyMatch(annotation -> annotation.isAnnotatedWith(HTTP_METHOD)
                                || annotation.getName().matches("jakarta\\.ws\\.rs\\.(GET|POST|PUT|PATCH|DELETE)")));
    }

    private static ArchCondition<JavaMethod> sayTheirRoles() {
        return beIn(
                "annotated with roles, by itself or its class",
                method -> saysRoles(method) || saysRoles(method.getOwner()));
    }

    private static boolean saysRoles(CanBeAnnotated annotated) {
        return ROLES.stream().anyMatch(annotated::isAnnotatedWith);
    }

    private static boolean usesInbox(JavaMethod method) {
        return method.getOwner().getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getName().equals("cn.qingcheng.kit.inbox.Inbox"));
    }

    private static ArchCondition<JavaMethod> haveNoEntityInTheirSignature() {
        return beIn(
                "free of entities",
                method -> Stream.concat(
                                Stream.of(method.getReturnType()),
                                method.getParameters().stream().map(JavaParameter::getType))
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .noneMatch(type -> type.isAnnotatedWith(ENTITY)));
    }

    private interface Holds {
        boolean test(JavaMethod method);
    }

    private static ArchCondition<JavaMethod> beIn(String description, Holds holds) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, holds.test(method), describe(method) + " is not " + description));
            }
        };
    }

    private static String describe(JavaMember member) {
        return member.getFullName() + " " + member.getSourceCodeLocation();
    }
}
