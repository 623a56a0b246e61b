package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.problem.RequestLanguage;
import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.subsidy.entitlement.Entitlement;
import cn.qingcheng.subsidy.entitlement.EntitlementRepository;
import cn.qingcheng.subsidy.entitlement.InstalmentResponse;
import cn.qingcheng.subsidy.evidence.EvidenceRepository;
import cn.qingcheng.subsidy.evidence.EvidenceResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what an applicant or an officer sees of an application. */
@ApplicationScoped
public class ApplicationView {
    private static final Set<ApplicationStatus> AGAINST_HER = EnumSet.of(
            ApplicationStatus.RETURNED_FOR_CORRECTION, ApplicationStatus.REJECTED, ApplicationStatus.REVOKED);

    @Inject
    ApplicationRepository applications;

    @Inject
    EvidenceRepository evidence;

    @Inject
    EntitlementRepository entitlements;

    @Inject
    RequestLanguage language;

    /** Who decided is not told to the applicant. */
    ApplicationResponse forApplicant(Application application) {
        return response(application, List.of(), false);
    }

    public ApplicationResponse forOfficer(
            Application application, List<ApplicationResponse.DecisionResponse> decisions) {
        return response(application, decisions, true);
    }

    private ApplicationResponse response(
            Application application, List<ApplicationResponse.DecisionResponse> decisions, boolean officer) {
        applications.flush();
        Long amountFen = application.monthlyAmountFen();
        return new ApplicationResponse(
                application.id(),
                application.number(),
                application.schemeCode(),
                application.schemeVersion().scheme().name(),
                application.schemeVersion().number(),
                application.period(),
                application.talentId(),
                application.status(),
                application.status().allowedNext().stream().sorted().toList(),
                amountFen == null ? null : Money.ofFen(amountFen),
                ReasonWords.of(reasonAgainst(application), language.locale()),
                application.submittedAt(),
                application.correctionDueAt(),
                new ApplicationResponse.PayeeResponse(
                        application.payee().bankCode(),
                        "****" + application.payee().accountTail()),
                evidence.ofApplication(application.id()).stream()
                        .map(EvidenceResponse::from)
                        .toList(),
                application.history().stream()
                        .map(change -> new ApplicationResponse.HistoryResponse(
                                change.fromStatus(),
                                change.toStatus(),
                                change.changedAt(),
                                officer ? change.changedBy() : null,
                                ReasonWords.of(change.reason(), language.locale())))
                        .toList(),
                decisions,
                instalments(application),
                application.version());
    }

    private List<InstalmentResponse> instalments(Application application) {
        return entitlements.ofApplication(application.id()).map(Entitlement::instalments).orElse(List.of()).stream()
                .map(InstalmentResponse::from)
                .toList();
    }

    private static @Nullable String reasonAgainst(Application application) {
        StatusChange last = application.history().get(application.history().size() - 1);
        return AGAINST_HER.contains(last.toStatus()) ? last.reason() : null;
    }
}
