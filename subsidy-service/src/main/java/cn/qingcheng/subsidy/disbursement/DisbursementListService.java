package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.page.Page;
import cn.qingcheng.kit.page.PageQuery;
import cn.qingcheng.kit.page.PageToken;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows batches, payments, and what the bank said of them. */
@ApplicationScoped
public class DisbursementListService {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    BatchRepository batches;

    @Inject
    PaymentRepository payments;

    @Inject
    BankReturnRepository returns;

    @Transactional
    public BatchResponse batch(UUID id) {
        return batches.findByIdOptional(id).map(BatchResponse::from).orElseThrow(ProblemException::notFound);
    }

    @Transactional
    public Page<BatchResponse> batches(PageQuery page) {
        return Page.of(
                        batches.after(last(page), page.limit()),
                        page.size(),
                        batch -> PageToken.of(batch.id().toString()))
                .map(BatchResponse::from);
    }

    @Transactional
    public Page<PaymentResponse> payments(@Nullable UUID batchId, @Nullable PaymentStatus status, PageQuery page) {
        return Page.of(
                        payments.after(batchId, status, last(page), page.limit()),
                        page.size(),
                        payment -> PageToken.of(payment.id().toString()))
                .map(PaymentResponse::from);
    }

    @Transactional
    public PaymentResponse payment(UUID id) {
        return payments.findByIdOptional(id).map(PaymentResponse::from).orElseThrow(ProblemException::notFound);
    }

    /** Lines of a batch's return files, all or those of one outcome. */
    @Transactional
    public Page<ReturnLineResponse> returnLines(UUID batchId, @Nullable LineOutcome outcome, PageQuery page) {
        batch(batchId);
        UUID file = last(page);
        int line = lastLine(page.after());
        return Page.of(
                        returns.linesAfter(batchId, outcome, file, line, page.limit()),
                        page.size(),
                        found -> PageToken.of(found.bankReturnId().toString(), Integer.toString(found.lineNumber())))
                .map(ReturnLineResponse::from);
    }

    private static UUID last(PageQuery page) {
        return Objects.requireNonNullElse(page.afterId(), BEFORE_ALL);
    }

    private static int lastLine(List<String> after) {
        if (after.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(after.get(1));
        } catch (NumberFormatException | IndexOutOfBoundsException notOurs) {
            throw PageToken.bad();
        }
    }
}
