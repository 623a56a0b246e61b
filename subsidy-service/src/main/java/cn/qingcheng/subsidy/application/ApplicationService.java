package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.precondition.MergePatch;
import cn.qingcheng.kit.precondition.Preconditions;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.subsidy.applicant.ApplicantService;
import cn.qingcheng.subsidy.applicant.TalentFacts;
import cn.qingcheng.subsidy.eligibility.Assessment;
import cn.qingcheng.subsidy.entitlement.Instalment;
import cn.qingcheng.subsidy.entitlement.InstalmentRepository;
import cn.qingcheng.subsidy.evidence.Evidence;
import cn.qingcheng.subsidy.evidence.EvidenceRepository;
import cn.qingcheng.subsidy.payee.PayeeVault;
import cn.qingcheng.subsidy.payee.SealedPayee;
import cn.qingcheng.subsidy.policy.PolicyProblem;
import cn.qingcheng.subsidy.policy.SchemeVersion;
import cn.qingcheng.subsidy.policy.SchemeVersionRepository;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What an applicant does with her own applications. */
@ApplicationScoped
public class ApplicationService {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    ApplicationRepository applications;

    @Inject
    EvidenceRepository evidence;

    @Inject
    SchemeVersionRepository versions;

    @Inject
    ApplicantService applicants;

    @Inject
    InstalmentRepository instalments;

    @Inject
    Assessment assessment;

    @Inject
    PayeeVault payees;

    @Inject
    MergePatch mergePatch;

    @Inject
    ApplicationView view;

    @Inject
    ApplicationJournal journal;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    public ApplicationResponse create(CreateApplicationRequest request, String accountId) {
        TalentFacts facts = applicants.ofAccount(accountId);
        SchemeVersion version = inForce(request.schemeCode());
        Instant now = clock.instant();
        String period = Application.periodOf(now);
        if (applications.hasLive(facts.talentId(), request.schemeCode(), period)) {
            throw new ProblemException(ApplicationProblem.APPLICATION_EXISTS);
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        String number = String.format("QS-%s-%06d", period, applications.nextNumber());
        SealedPayee payee = payees.seal(id, request.payee());
        Application application = new Application(id, number, accountId, facts.talentId(), version, payee, now);
        applications.persist(application);
        return view.forApplicant(application);
    }

    @Transactional
    public ApplicationResponse edit(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch, String accountId) {
        Application application = own(id, accountId);
        Preconditions.check(ifMatch, application.version());
        EditApplicationRequest current = new EditApplicationRequest(payees.open(id, application.payee()));
        EditApplicationRequest edited = mergePatch.apply(current, patch, EditApplicationRequest.class);
        application.payTo(payees.seal(id, edited.payee()), clock.instant());
        return view.forApplicant(application);
    }

    @Transactional
    public ApplicationResponse submit(UUID id, String accountId) {
        Application application = own(id, accountId);
        SchemeVersion version = application.status() == ApplicationStatus.RETURNED_FOR_CORRECTION
                ? application.schemeVersion()
                : inForce(application.schemeCode());
        TalentFacts facts = applicants.ofAccount(accountId);
        if (application.status().editable()) {
            mustHaveEvidence(application, version);
            assessment.mustNotFail(facts.talentId(), version);
        }
        long amountFen = version.monthlyAmountFen(facts.educationLevel())
                .orElseThrow(() -> new ProblemException(ApplicationProblem.NO_AMOUNT_FOR_EDUCATION));
        application.submit(version, amountFen, clock.instant());
        journal.tell(application);
        return view.forApplicant(application);
    }

    /** Gives another account after the bank returned a payment; the next batch of its month pays it again. */
    @Transactional
    public ApplicationResponse correctPayee(UUID id, CorrectPayeeRequest request, String accountId) {
        Application application = own(id, accountId);
        application.correctPayee(payees.seal(id, request.payee()), clock.instant());
        List<Instalment> returned = instalments.returned(id);
        if (returned.isEmpty()) {
            throw new ProblemException(ApplicationProblem.NOTHING_RETURNED);
        }
        returned.forEach(instalment -> instalment.payeeCorrected(clock.instant()));
        audit.record("PAYEE_CORRECTED", "application", id.toString(), null);
        return view.forApplicant(application);
    }

    @Transactional
    public ApplicationResponse withdraw(UUID id, @Nullable String reason, String accountId) {
        Application application = own(id, accountId);
        application.withdraw(reason, clock.instant());
        journal.tell(application);
        return view.forApplicant(application);
    }

    @Transactional
    public ApplicationResponse show(UUID id, String accountId) {
        return view.forApplicant(own(id, accountId));
    }

    @Transactional
    public Page<ApplicationSummary> list(PageQuery page, String accountId) {
        UUID last = Objects.requireNonNullElse(page.afterId(), BEFORE_ALL);
        return Page.of(
                        applications.ownAfter(accountId, last, page.limit()),
                        page.size(),
                        application -> PageToken.of(application.id().toString()))
                .map(ApplicationSummary::from);
    }

    private void mustHaveEvidence(Application application, SchemeVersion version) {
        List<String> present = evidence.ofApplication(application.id()).stream()
                .map(Evidence::kind)
                .toList();
        List<String> missing = version.evidenceKinds().stream()
                .filter(kind -> !present.contains(kind))
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(ApplicationProblem.EVIDENCE_MISSING, String.join(", ", missing))
                    .with("missing", missing);
        }
    }

    private SchemeVersion inForce(String schemeCode) {
        return versions.inForce(schemeCode)
                .orElseThrow(() -> new ProblemException(PolicyProblem.SCHEME_NOT_FOUND, schemeCode));
    }

    private Application own(UUID id, String accountId) {
        return applications.own(id, accountId).orElseThrow(ProblemException::notFound);
    }
}
