package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.standard.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment, without the account it goes to. */
public record PaymentResponse(
        UUID id,
        @Schema(examples = "QP-2026-000001") String number,
        UUID batchId,
        UUID applicationId,
        UUID talentId,
        @Schema(examples = "rent-subsidy") String schemeCode,
        @Schema(examples = "2026-10") String period,
        Money amount,
        PaymentStatus status,
        @Schema(examples = "ACCOUNT_CLOSED") @Nullable String reasonCode,
        @Nullable LocalDate settledOn) {

    public static PaymentResponse from(Payment payment) {
        return new PaymentResponse(
                payment.id(),
                payment.number(),
                payment.batch().id(),
                payment.applicationId(),
                payment.talentId(),
                payment.schemeCode(),
                payment.period(),
                Money.ofFen(payment.amountFen()),
                payment.status(),
                payment.reasonCode(),
                payment.settledOn());
    }
}
