package cn.qingcheng.subsidy.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks and evaluates rules written in CEL. Rules are data from officers, so their cost is bounded when they are saved:
 * limited length, depth and number of nodes, and no comprehension, so that evaluation is linear in the rule's size.
 */
@ApplicationScoped
public class RuleEngine {
    /** The longest rule, in code points. */
    public static final int MAX_CODE_POINTS = 1_000;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 200;
    private static final int MAX_REGEX_INSTRUCTIONS = 500;
    /** More programs than any catalogue has versions in force; beyond it the cache starts anew. */
    private static final int MAX_CACHED_PROGRAMS = 5_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_CODE_POINTS)
            .maxParseRecursionDepth(MAX_DEPTH)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxRegexProgramSize(MAX_REGEX_INSTRUCTIONS)
            .enableHeterogeneousNumericComparisons(true)
            .enableComprehension(false)
            .enableUnknownTracking(true)
            .build();

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();

    public RuleEngine() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setResultType(SimpleType.BOOL);
        for (Fact fact : Fact.values()) {
            builder.addVar(fact.variable(), fact.type());
        }
        compiler = builder.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    }

    /** What is wrong with a rule in the words of the type checker, or nothing when it may be saved. */
    public Optional<String> complaintAbout(String cel) {
        try {
            compiler.compile(cel).getAst();
            return Optional.empty();
        } catch (CelValidationException refused) {
            return Optional.of(firstLine(refused.getMessage()));
        }
    }

    public EligibilityReport evaluate(List<Rule> rules, FactSheet facts) {
        return new EligibilityReport(
                rules.stream().map(rule -> evaluate(rule, facts)).toList());
    }

    private RuleResult evaluate(Rule rule, FactSheet facts) {
        List<CelAttributePattern> unknown = facts.missing().stream()
                .map(fact -> CelAttributePattern.create(fact.variable()))
                .toList();
        Map<String, Object> known = facts.byVariable();
        try {
            Object value =
                    program(rule.cel()).eval(PartialVars.of(name -> Optional.ofNullable(known.get(name)), unknown));
            if (value instanceof CelUnknownSet set) {
                return new RuleResult(rule, RuleOutcome.UNKNOWN, missingOf(set));
            }
            return new RuleResult(rule, Boolean.TRUE.equals(value) ? RuleOutcome.PASS : RuleOutcome.FAIL, List.of());
        } catch (CelEvaluationException failed) {
            // A checked rule fails only on a value it was not written for, such as a division by zero: nothing is
            // known.
            return new RuleResult(rule, RuleOutcome.UNKNOWN, List.of());
        }
    }

    private CelRuntime.Program program(String cel) throws CelEvaluationException {
        CelRuntime.Program known = programs.get(cel);
        if (known != null) {
            return known;
        }
        CelRuntime.Program made = runtime.createProgram(syntaxTree(cel));
        if (programs.size() >= MAX_CACHED_PROGRAMS) {
            programs.clear();
        }
        programs.put(cel, made);
        return made;
    }

    private CelAbstractSyntaxTree syntaxTree(String cel) {
        try {
            return compiler.compile(cel).getAst();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("a saved rule no longer passes the check: " + cel, impossible);
        }
    }

    private static List<Fact> missingOf(CelUnknownSet set) {
        return set.attributes().stream()
                .flatMap(attribute -> Fact.named(attribute.toString()).stream())
                .sorted()
                .toList();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
