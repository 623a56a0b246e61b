package cn.qingcheng.subsidy.application;

import java.util.Set;

/** The life of an application; each state knows which may follow it. */
public enum ApplicationStatus {
    DRAFT,
    SUBMITTED,
    ACCEPTED_FOR_REVIEW,
    UNDER_REVIEW,
    RETURNED_FOR_CORRECTION,
    REVIEW_PASSED,
    PUBLICITY,
    OBJECTION_HANDLING,
    APPROVED,
    CLEARING,
    ENTITLED,
    REJECTED,
    WITHDRAWN,
    LAPSED,
    REVOKED;

    /** An officer of the review path is to decide it. */
    static final Set<ApplicationStatus> AWAITING_DECISION = Set.of(UNDER_REVIEW, REVIEW_PASSED);

    public Set<ApplicationStatus> allowedNext() {
        return switch (this) {
            case DRAFT -> Set.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> Set.of(ACCEPTED_FOR_REVIEW, WITHDRAWN);
            case ACCEPTED_FOR_REVIEW -> Set.of(UNDER_REVIEW, WITHDRAWN);
            case UNDER_REVIEW -> Set.of(RETURNED_FOR_CORRECTION, REVIEW_PASSED, REJECTED, WITHDRAWN);
            case RETURNED_FOR_CORRECTION -> Set.of(UNDER_REVIEW, WITHDRAWN, LAPSED);
            case REVIEW_PASSED -> Set.of(PUBLICITY, REJECTED, WITHDRAWN);
            case PUBLICITY -> Set.of(OBJECTION_HANDLING, APPROVED, WITHDRAWN);
            case OBJECTION_HANDLING -> Set.of(PUBLICITY, REJECTED, WITHDRAWN);
            case APPROVED -> Set.of(CLEARING);
            case CLEARING -> Set.of(ENTITLED, REJECTED);
            case ENTITLED -> Set.of(REVOKED);
            case REJECTED, WITHDRAWN, LAPSED, REVOKED -> Set.of();
        };
    }

    public boolean mayBecome(ApplicationStatus next) {
        return allowedNext().contains(next);
    }

    /** The applicant may still change what she wrote. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED_FOR_CORRECTION;
    }
}
