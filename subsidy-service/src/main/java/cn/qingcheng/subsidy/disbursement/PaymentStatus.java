package cn.qingcheng.subsidy.disbursement;

import java.util.Set;

/** The life of a payment. A returned one is followed by a new payment once the payee is corrected. */
public enum PaymentStatus {
    READY,
    SENT,
    SETTLED,
    RETURNED,
    CANCELLED;

    public Set<PaymentStatus> allowedNext() {
        return switch (this) {
            case READY -> Set.of(SENT, CANCELLED);
            case SENT -> Set.of(SETTLED, RETURNED);
            case SETTLED, RETURNED, CANCELLED -> Set.of();
        };
    }

    public boolean mayBecome(PaymentStatus next) {
        return allowedNext().contains(next);
    }
}
