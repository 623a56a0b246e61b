package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.subsidy.application.Application;
import cn.qingcheng.subsidy.application.ApplicationRepository;
import cn.qingcheng.subsidy.budget.Cause;
import cn.qingcheng.subsidy.budget.Ledger;
import cn.qingcheng.subsidy.budget.Movement;
import cn.qingcheng.subsidy.budget.ReferenceType;
import cn.qingcheng.subsidy.entitlement.Instalment;
import cn.qingcheng.subsidy.entitlement.InstalmentRepository;
import cn.qingcheng.subsidy.payee.PayeeRequest;
import cn.qingcheng.subsidy.payee.PayeeVault;
import cn.qingcheng.subsidy.policy.PolicyProblem;
import cn.qingcheng.subsidy.policy.SchemeRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pays due instalments: one officer builds and locks a batch, another approves it, and the bank gets its file. */
@ApplicationScoped
public class DisbursementService {
    /** Payments of one batch at most; what is left goes into the next. */
    private static final int MAX_PAYMENTS = 10_000;

    @Inject
    BatchRepository batches;

    @Inject
    PaymentRepository payments;

    @Inject
    InstalmentRepository instalments;

    @Inject
    ApplicationRepository applications;

    @Inject
    SchemeRepository schemes;

    @Inject
    PayeeVault payees;

    @Inject
    Ledger ledger;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "qingcheng.files")
    String files;

    /** Takes a month's due instalments that are in no payment, or returned and corrected; one budget line at a time. */
    @Transactional
    public BatchResponse build(BuildBatchRequest request, String by) {
        if (schemes.withCode(request.schemeCode()).isEmpty()) {
            throw new ProblemException(PolicyProblem.SCHEME_NOT_FOUND, request.schemeCode());
        }
        if (YearMonth.parse(request.period()).isAfter(YearMonth.from(CityTime.today(clock)))) {
            throw new ProblemException(DisbursementProblem.PERIOD_NOT_DUE, request.period());
        }
        List<Instalment> due = instalments.lockDue(request.schemeCode(), request.period(), MAX_PAYMENTS);
        if (due.isEmpty()) {
            throw new ProblemException(DisbursementProblem.NOTHING_DUE, request.schemeCode(), request.period());
        }
        String line = due.get(0).entitlement().budgetLineCode();
        List<Instalment> ofLine = due.stream()
                .filter(instalment -> instalment.entitlement().budgetLineCode().equals(line))
                .toList();
        String year = request.period().substring(0, 4);
        DisbursementBatch batch = new DisbursementBatch(
                String.format("QB-%s-%04d", year, batches.nextNumber()),
                BatchPlan.of(request, line, ofLine),
                by,
                clock.instant());
        batches.persist(batch);
        for (Instalment instalment : ofLine) {
            instalment.takeIntoPayment(clock.instant());
            String number = String.format("QP-%s-%06d", year, payments.nextNumber());
            payments.persist(new Payment(number, batch, instalment, clock.instant()));
        }
        return recorded("BATCH_BUILT", batch);
    }

    @Transactional
    public BatchResponse lock(UUID id, String by) {
        DisbursementBatch batch = found(id);
        batch.lock(by, clock.instant());
        return recorded("BATCH_LOCKED", batch);
    }

    /** Approves it and sets its money aside, both or neither. */
    @Transactional
    public BatchResponse approve(UUID id, String by) {
        DisbursementBatch batch = found(id);
        batch.approve(by, clock.instant());
        reserve(batch, Movement.RESERVE, batch.totalFen() - batch.againFen(), by);
        reserve(batch, Movement.RESERVE_AGAIN, batch.againFen(), by);
        batch.fundsReserved(by, clock.instant());
        return recorded("BATCH_APPROVED", batch);
    }

    /** Writes the bank file; a crash before the commit leaves a file that the next try writes again, byte for byte. */
    @Transactional
    public BatchResponse send(UUID id, String by) {
        DisbursementBatch batch = batches.lock(id).orElseThrow(ProblemException::notFound);
        batch.mustBecome(BatchStatus.SENT);
        List<Payment> ready = payments.ofBatch(id);
        String digest = BankFile.write(fileOf(batch), ready, this::payeeOf);
        batch.sent(digest, by, clock.instant());
        for (Payment payment : ready) {
            payment.send(by, clock.instant());
            outbox.append(PaymentMoved.of(payment));
        }
        return recorded("BATCH_SENT", batch);
    }

    /** The bank file and its digest. */
    public record WrittenFile(Path path, String digest, String name) {}

    @Transactional
    public WrittenFile bankFile(UUID id) {
        DisbursementBatch batch = found(id);
        String digest = batch.fileDigest();
        Path path = fileOf(batch);
        if (digest == null || !Files.isRegularFile(path)) {
            throw new ProblemException(DisbursementProblem.BANK_FILE_NOT_WRITTEN);
        }
        audit.record("BANK_FILE_READ", "batch", id.toString(), null);
        return new WrittenFile(path, digest, batch.number() + ".csv");
    }

    private void reserve(DisbursementBatch batch, Movement movement, long amountFen, String by) {
        if (amountFen > 0) {
            Cause cause = new Cause(ReferenceType.BATCH, batch.id(), batch.number(), by);
            ledger.move(batch.budgetLineCode(), movement, amountFen, cause);
        }
    }

    private PayeeRequest payeeOf(Payment payment) {
        Application application = applications.findById(payment.applicationId());
        return payees.open(application.id(), application.payee());
    }

    private Path fileOf(DisbursementBatch batch) {
        return Path.of(files, "bank", batch.number() + ".csv");
    }

    private BatchResponse recorded(String action, DisbursementBatch batch) {
        audit.record(action, "batch", batch.id().toString(), null);
        batches.flush();
        return BatchResponse.from(batch);
    }

    private DisbursementBatch found(UUID id) {
        return batches.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }
}
