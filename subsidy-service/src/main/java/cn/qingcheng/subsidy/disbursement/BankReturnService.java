package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.audit.AuditTrail;
import cn.qingcheng.kit.outbox.Outbox;
import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.subsidy.budget.Cause;
import cn.qingcheng.subsidy.budget.Ledger;
import cn.qingcheng.subsidy.budget.Movement;
import cn.qingcheng.subsidy.budget.ReferenceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes in what the bank returns: the whole file in one transaction, as often as it comes, with one effect. */
@ApplicationScoped
public class BankReturnService {
    @Inject
    BatchRepository batches;

    @Inject
    PaymentRepository payments;

    @Inject
    BankReturnRepository returns;

    @Inject
    Ledger ledger;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Transactional
    public BankReturnResponse take(UUID batchId, byte[] bytes, String by) {
        DisbursementBatch batch = batches.lock(batchId).orElseThrow(ProblemException::notFound);
        if (!batch.isSent()) {
            throw new ProblemException(
                    DisbursementProblem.BATCH_NOT_SENT, batch.status().name());
        }
        ReturnFile file = ReturnFile.read(bytes);
        Optional<BankReturn> known = returns.withDigest(batchId, file.digest());
        if (known.isPresent()) {
            return BankReturnResponse.from(known.get(), batch);
        }
        Map<String, Payment> byNumber =
                payments.ofBatch(batchId).stream().collect(Collectors.toMap(Payment::number, Function.identity()));
        List<ReturnLine> lines = new ArrayList<>();
        for (ReturnFile.Line line : file.lines()) {
            lines.add(taken(line, byNumber, by));
        }
        BankReturn taken = new BankReturn(batchId, file.digest(), lines, by, clock.instant());
        returns.persist(taken);
        boolean anyApplied = lines.stream().anyMatch(line -> line.outcome() == LineOutcome.APPLIED);
        if (anyApplied) {
            batch.answered(payments.unanswered(batchId) == 0, by, clock.instant());
        }
        audit.record("BANK_RETURN_TAKEN", "batch", batchId.toString(), file.digest());
        returns.flush();
        return BankReturnResponse.from(taken, batch);
    }

    private ReturnLine taken(ReturnFile.Line line, Map<String, Payment> byNumber, String by) {
        Optional<BankAnswer> read = BankAnswer.of(line.fields());
        if (read.isEmpty()) {
            return new ReturnLine(line.number(), LineOutcome.MALFORMED, null, line.raw());
        }
        BankAnswer answer = read.get();
        Payment payment = byNumber.get(answer.paymentNumber());
        if (payment == null) {
            return new ReturnLine(line.number(), LineOutcome.UNKNOWN_PAYMENT, null, line.raw());
        }
        LineOutcome outcome;
        if (answer.canBeAppliedTo(payment)) {
            apply(answer, payment, by);
            outcome = LineOutcome.APPLIED;
        } else {
            outcome = answer.isKnownOf(payment) ? LineOutcome.REPEATED : LineOutcome.CONTRADICTORY;
        }
        return new ReturnLine(line.number(), outcome, payment.id(), line.raw());
    }

    private void apply(BankAnswer answer, Payment payment, String by) {
        Instant now = clock.instant();
        LocalDate settledOn = answer.settledOn();
        String reason = answer.reasonCode();
        Movement movement;
        if (settledOn != null) {
            payment.settle(settledOn, by, now);
            movement = Movement.SETTLE;
        } else if (reason != null) {
            payment.returnedByBank(reason, by, now);
            movement = Movement.RETURN;
        } else {
            throw new IllegalStateException("an answer that says nothing");
        }
        ledger.move(
                payment.batch().budgetLineCode(),
                movement,
                payment.amountFen(),
                new Cause(ReferenceType.PAYMENT, payment.id(), payment.number(), by));
        outbox.append(PaymentMoved.of(payment));
    }
}
