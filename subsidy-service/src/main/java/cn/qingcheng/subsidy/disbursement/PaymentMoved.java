package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.kit.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment was sent, settled or returned.
 *
 * @param amountFen in fen
 * @param reasonCode the bank's, when it returned the payment
 */
public record PaymentMoved(
        @JsonIgnore String type,
        UUID paymentId,
        String number,
        UUID talentId,
        String schemeCode,
        String period,
        long amountFen,
        @Nullable String reasonCode)
        implements DomainEvent {

    static PaymentMoved of(Payment payment) {
        return new PaymentMoved(
                "subsidy.payment." + payment.status().name().toLowerCase(Locale.ROOT),
                payment.id(),
                payment.number(),
                payment.talentId(),
                payment.schemeCode(),
                payment.period(),
                payment.amountFen(),
                payment.reasonCode());
    }

    @Override
    public String topic() {
        return "subsidy.payment.v1";
    }

    @Override
    public String key() {
        return paymentId.toString();
    }
}
