package cn.qingcheng.subsidy.disbursement;

import java.util.Set;

/** The life of a disbursement batch; each state knows which may follow it. */
public enum BatchStatus {
    DRAFT,
    LOCKED,
    APPROVED,
    FUNDS_RESERVED,
    SENT,
    PARTIALLY_SETTLED,
    RECONCILED,
    CLOSED;

    public Set<BatchStatus> allowedNext() {
        return switch (this) {
            case DRAFT -> Set.of(LOCKED);
            case LOCKED -> Set.of(APPROVED);
            case APPROVED -> Set.of(FUNDS_RESERVED);
            case FUNDS_RESERVED -> Set.of(SENT);
            case SENT -> Set.of(PARTIALLY_SETTLED, RECONCILED);
            case PARTIALLY_SETTLED -> Set.of(RECONCILED);
            case RECONCILED -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }

    public boolean mayBecome(BatchStatus next) {
        return allowedNext().contains(next);
    }
}
