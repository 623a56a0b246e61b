package cn.qingcheng.subsidy.trail;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.standard.Money;
import cn.qingcheng.subsidy.application.Application;
import cn.qingcheng.subsidy.application.ApplicationRepository;
import cn.qingcheng.subsidy.budget.BudgetLineRepository;
import cn.qingcheng.subsidy.budget.LedgerRepository;
import cn.qingcheng.subsidy.budget.LedgerTransaction;
import cn.qingcheng.subsidy.budget.ReferenceType;
import cn.qingcheng.subsidy.disbursement.BankReturnRepository;
import cn.qingcheng.subsidy.disbursement.BatchStatus;
import cn.qingcheng.subsidy.disbursement.DisbursementBatch;
import cn.qingcheng.subsidy.disbursement.Payment;
import cn.qingcheng.subsidy.disbursement.PaymentRepository;
import cn.qingcheng.subsidy.disbursement.PaymentResponse;
import cn.qingcheng.subsidy.entitlement.Entitlement;
import cn.qingcheng.subsidy.policy.SchemeVersion;
import cn.qingcheng.subsidy.publicity.PublicityRepository;
import cn.qingcheng.subsidy.review.Decision;
import cn.qingcheng.subsidy.review.DecisionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Gathers what every feature knows of a payment into one line of steps. */
@ApplicationScoped
public class TrailService {
    private static final int MAX_APPROPRIATIONS = 100;

    @Inject
    PaymentRepository payments;

    @Inject
    ApplicationRepository applications;

    @Inject
    DecisionRepository decisions;

    @Inject
    PublicityRepository lists;

    @Inject
    BudgetLineRepository budgetLines;

    @Inject
    LedgerRepository ledger;

    @Inject
    BankReturnRepository bankReturns;

    @Inject
    AuditTrail audit;

    @Transactional
    public TrailResponse of(UUID paymentId) {
        Payment payment = payments.findByIdOptional(paymentId).orElseThrow(ProblemException::notFound);
        Application application = applications.findById(payment.applicationId());
        Entitlement entitlement = payment.instalment().entitlement();
        List<TrailStep> steps = new ArrayList<>();
        addBudget(steps, entitlement);
        addScheme(steps, application.schemeVersion());
        addApplication(steps, application);
        addMoney(steps, ledger.causedBy(ReferenceType.ENTITLEMENT, entitlement.id()));
        addBatch(steps, payment.batch());
        addMoney(steps, ledger.causedBy(ReferenceType.BATCH, payment.batch().id()));
        addPayment(steps, payment);
        addMoney(steps, ledger.causedBy(ReferenceType.PAYMENT, payment.id()));
        steps.sort(Comparator.comparing(TrailStep::at));
        audit.record("PAYMENT_TRAIL_READ", "payment", paymentId.toString(), null);
        return new TrailResponse(PaymentResponse.from(payment), List.copyOf(steps));
    }

    private void addBudget(List<TrailStep> steps, Entitlement entitlement) {
        List<LedgerTransaction> commitments = ledger.causedBy(ReferenceType.ENTITLEMENT, entitlement.id());
        budgetLines.withCode(entitlement.budgetLineCode()).ifPresent(line -> {
            for (LedgerTransaction commitment : commitments) {
                ledger.appropriationsBefore(line.id(), commitment.id(), MAX_APPROPRIATIONS)
                        .forEach(transaction -> steps.add(new TrailStep(
                                transaction.occurredAt(),
                                "BUDGET_APPROPRIATE",
                                transaction.decidedBy(),
                                Money.ofFen(transaction.amountFen()),
                                transaction.decision(),
                                line.code())));
            }
        });
    }

    private static void addScheme(List<TrailStep> steps, SchemeVersion version) {
        Instant at = version.inForceAt();
        String by = version.putInForceBy();
        if (at != null && by != null) {
            String reference = version.scheme().code() + " v" + version.number();
            steps.add(
                    new TrailStep(at, "SCHEME_PUT_IN_FORCE", by, null, reference, "drafted by " + version.createdBy()));
        }
    }

    private void addApplication(List<TrailStep> steps, Application application) {
        application
                .history()
                .forEach(change -> steps.add(new TrailStep(
                        change.changedAt(),
                        "APPLICATION_" + change.toStatus(),
                        change.changedBy(),
                        null,
                        application.number(),
                        change.reason())));
        for (Decision decision : decisions.ofApplication(application.id())) {
            steps.add(new TrailStep(
                    decision.decidedAt(),
                    "DECISION_" + decision.step(),
                    decision.decidedBy(),
                    null,
                    application.number(),
                    decision.report()));
        }
        lists.entryOf(application.id())
                .flatMap(entry -> lists.findByIdOptional(entry.listId()))
                .ifPresent(list -> steps.add(new TrailStep(
                        list.publishedAt(),
                        "PUBLISHED",
                        "system",
                        null,
                        list.schemeCode() + " " + list.week() + " no. " + list.issue(),
                        "sha-256 " + list.digest())));
    }

    private static void addMoney(List<TrailStep> steps, List<LedgerTransaction> transactions) {
        transactions.forEach(transaction -> steps.add(new TrailStep(
                transaction.occurredAt(),
                "BUDGET_" + transaction.movement(),
                transaction.decidedBy(),
                Money.ofFen(transaction.amountFen()),
                transaction.decision(),
                transaction.movement().from() + " to " + transaction.movement().to())));
    }

    private static void addBatch(List<TrailStep> steps, DisbursementBatch batch) {
        batch.history()
                .forEach(change -> steps.add(new TrailStep(
                        change.changedAt(),
                        "BATCH_" + change.toStatus(),
                        change.changedBy(),
                        Money.ofFen(batch.totalFen()),
                        batch.number(),
                        change.toStatus() == BatchStatus.SENT ? "sha-256 " + batch.fileDigest() : null)));
    }

    private void addPayment(List<TrailStep> steps, Payment payment) {
        payment.history()
                .forEach(change -> steps.add(new TrailStep(
                        change.changedAt(),
                        "PAYMENT_" + change.toStatus(),
                        change.changedBy(),
                        Money.ofFen(payment.amountFen()),
                        payment.number(),
                        change.reason())));
        bankReturns
                .ofPayment(payment.id())
                .forEach(found -> steps.add(new TrailStep(
                        found.file().importedAt(),
                        "BANK_LINE_" + found.line().outcome(),
                        found.file().importedBy(),
                        null,
                        "line " + found.lineNumber() + " of file "
                                + found.file().digest(),
                        found.line().raw())));
    }
}
