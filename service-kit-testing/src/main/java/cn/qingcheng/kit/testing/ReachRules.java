package cn.qingcheng.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What code may reach outside its own memory, each with the name under which it is reported. */
final class ReachRules {
    private static final Pattern CLIENT = Pattern.compile("java\\.net\\.(http\\..*|.*URLConnection|\\w*Socket)"
            + "|java\\.nio\\.channels\\.\\w*SocketChannel"
            + "|(jakarta\\.ws\\.rs|org\\.eclipse\\.microprofile\\.rest|org\\.apache\\.http)\\.client\\..*"
            + "|io\\.vertx\\.ext\\.(web\\.client|mail)\\..*");
    private static final Set<String> MAY_CALL_OUT = Set.of(
            "cn.qingcheng.gateway.identity.SigningKeys",
            "cn.qingcheng.gateway.upstream.Probes",
            "cn.qingcheng.gateway.upstream.Upstreams");

    /** Forbids the JDK's connections to follow redirects, and makes none. */
    private static final String FORBIDS = "cn.qingcheng.kit.caller.NoRedirects";

    /** Each in a folder, or the one file, that a setting names. */
    private static final Set<String> MAY_OPEN_FILES = Set.of(
            "cn.qingcheng.kit.time.StackClock",
            "cn.qingcheng.subsidy.disbursement.BankFile",
            "cn.qingcheng.subsidy.disbursement.DisbursementService",
            "cn.qingcheng.subsidy.evidence.EvidenceStore");

    /** Ids of a trace, and how long to pause: whoever guesses them has gained nothing. */
    private static final Set<String> MAY_BE_GUESSED =
            Set.of("cn.qingcheng.gateway.route.Trace", "cn.qingcheng.kit.inbox.RetryPause");

    private ReachRules() {}

    static Map<String, ArchRule> ofAllCode() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "nobody calls out but the gateway, to addresses of its settings",
                noClasses()
                        .that(not(name(FORBIDS)))
                        .should()
                        .dependOnClassesThat(areClients())
                        .orShould(makeClients()));
        rules.put(
                "input becomes no process and no object of any class",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.lang\\.(ProcessBuilder|Runtime)|java\\.io\\.ObjectInputStream"
                                + "|javax\\.(script|naming|xml)\\..*"));
        rules.put(
                "files are opened where settings say, by those on the list",
                noClasses()
                        .that(areNot(MAY_OPEN_FILES))
                        .should()
                        .dependOnClassesThat(
                                nameMatching(
                                        "java\\.nio\\.file\\.Files"
                                                + "|java\\.nio\\.channels\\.\\w*FileChannel"
                                                + "|java\\.io\\.(File|RandomAccessFile|File(Reader|Writer|InputStream|OutputStream))")));
        rules.put(
                "chance comes from a generator that nobody can guess",
                noClasses()
                        .that(areNot(MAY_BE_GUESSED))
                        .should()
                        .dependOnClassesThat(
                                nameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)"
                                        + "|java\\.util\\.random\\..*"))
                        .orShould()
                        .callMethod(Math.class, "random"));
        return rules;
    }

    private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
        return DescribedPredicate.describe("are not on the list", type -> !names.contains(outermost(type)));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ReachRules::outermost).orElseGet(type::getName);
    }

    private static DescribedPredicate<JavaClass> areClients() {
        return DescribedPredicate.describe(
                "are clients of a network",
                type -> CLIENT.matcher(type.getName()).matches());
    }

    /** An address to be called may come from settings alone, so each maker of a client is on a list. */
    private static ArchCondition<JavaClass> makeClients() {
        return ArchConditions.callMethodWhere(new DescribedPredicate<>("a client is made, or an address opened") {
            @Override
            public boolean test(JavaMethodCall call) {
                return !MAY_CALL_OUT.contains(call.getOriginOwner().getName()) && callsOut(call);
            }
        });
    }

    private static boolean callsOut(JavaMethodCall call) {
        if (call.getTargetOwner().isEquivalentTo(java.net.URL.class)) {
            return call.getName().startsWith("open");
        }
        return call.getTargetOwner().isAssignableTo("io.vertx.core.Vertx")
                && call.getName().matches("(create|http|webSocket|net).*Client.*");
    }
}
