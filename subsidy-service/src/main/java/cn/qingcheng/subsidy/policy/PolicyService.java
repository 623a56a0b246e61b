package cn.qingcheng.subsidy.policy;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.InputError;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.subsidy.budget.BudgetLineRepository;
import cn.qingcheng.subsidy.rule.Rule;
import cn.qingcheng.subsidy.rule.RuleEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drafting schemes and making them law. */
@ApplicationScoped
public class PolicyService {
    @Inject
    SchemeRepository schemes;

    @Inject
    SchemeVersionRepository versions;

    @Inject
    BudgetLineRepository budgetLines;

    @Inject
    RuleEngine rules;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    public SchemeResponse create(CreateSchemeRequest request, String by) {
        VersionTerms terms = checked(request.terms());
        if (schemes.withCode(request.code()).isPresent()) {
            throw new ProblemException(PolicyProblem.SCHEME_EXISTS);
        }
        Scheme scheme = new Scheme(request.code(), request.policy(), request.name(), clock.instant());
        schemes.persist(scheme);
        return draft(scheme, terms, by);
    }

    /** Drafts the next version of a scheme; its name and policy stay. */
    @Transactional
    public SchemeResponse draftVersion(String code, CreateSchemeRequest request, String by) {
        if (!request.code().equals(code)) {
            throw ProblemException.invalidInput(List.of(InputError.of("/code", "OTHER_THAN_PATH")));
        }
        VersionTerms terms = checked(request.terms());
        Scheme scheme = schemes.withCode(code).orElseThrow(() -> notFound(code));
        return draft(scheme, terms, by);
    }

    @Transactional
    public SchemeResponse putInForce(String code, int number, String by) {
        SchemeVersion version = versions.numbered(code, number).orElseThrow(() -> notFound(code));
        if (budgetLines.withCode(version.budgetLineCode()).isEmpty()) {
            throw new ProblemException(PolicyProblem.BUDGET_LINE_UNKNOWN, version.budgetLineCode());
        }
        // Written before the new one, since the database lets only one version be in force at any moment.
        versions.inForce(code).filter(former -> former.number() != number).ifPresent(former -> {
            former.supersede(clock.instant());
            versions.flush();
        });
        version.putInForce(by, clock.instant());
        audit.record("SCHEME_PUT_IN_FORCE", "scheme-version", version.id().toString(), null);
        versions.flush();
        return SchemeResponse.from(version);
    }

    @Transactional
    public Page<SchemeResponse> inForce(PageQuery page) {
        List<String> after = page.after();
        List<SchemeVersion> found = versions.inForceAfter(after.isEmpty() ? "" : after.get(0), page.limit());
        return Page.of(
                        found,
                        page.size(),
                        version -> PageToken.of(version.scheme().code()))
                .map(SchemeResponse::from);
    }

    @Transactional
    public SchemeResponse inForce(String code) {
        return versions.inForce(code).map(SchemeResponse::from).orElseThrow(() -> notFound(code));
    }

    @Transactional
    public SchemeResponse version(String code, int number) {
        return versions.numbered(code, number).map(SchemeResponse::from).orElseThrow(() -> notFound(code));
    }

    private SchemeResponse draft(Scheme scheme, VersionTerms terms, String by) {
        int number = versions.highestNumber(scheme.id()) + 1;
        SchemeVersion version = new SchemeVersion(scheme, number, terms, by, clock.instant());
        versions.persistAndFlush(version);
        return SchemeResponse.from(version);
    }

    private VersionTerms checked(VersionTerms terms) {
        List<InputError> errors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int at = 0; at < terms.rules().size(); at++) {
            Rule rule = terms.rules().get(at);
            String pointer = "/rules/" + at;
            if (!names.add(rule.name())) {
                errors.add(InputError.of(pointer + "/name", "DUPLICATE"));
            }
            rules.complaintAbout(rule.cel())
                    .ifPresent(complaint -> errors.add(InputError.of(pointer + "/cel", "RULE_NOT_VALID", complaint)));
        }
        Set<String> levels = new HashSet<>();
        for (int at = 0; at < terms.amounts().size(); at++) {
            AmountLine line = terms.amounts().get(at);
            if (!levels.add(line.educationLevel())) {
                errors.add(InputError.of("/amounts/" + at + "/educationLevel", "DUPLICATE"));
            }
            if (line.amountFen() <= 0) {
                errors.add(InputError.of("/amounts/" + at + "/amount", "AMOUNT_NOT_POSITIVE"));
            }
        }
        Set<String> kinds = new HashSet<>();
        for (int at = 0; at < terms.evidenceKinds().size(); at++) {
            if (!kinds.add(terms.evidenceKinds().get(at))) {
                errors.add(InputError.of("/evidence/" + at, "DUPLICATE"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidInput(errors);
        }
        return terms;
    }

    private static ProblemException notFound(String code) {
        return new ProblemException(PolicyProblem.SCHEME_NOT_FOUND, code);
    }
}
