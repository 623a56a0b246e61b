package cn.qingcheng.subsidy.disbursement;

/** What became of a line of a return file. All but the first two wait for a human. */
public enum LineOutcome {
    /** It settled or returned its payment. */
    APPLIED,
    /** It says what is known already. */
    REPEATED,
    /** It names no payment of the batch. */
    UNKNOWN_PAYMENT,
    /** It says something else than is known, or another amount. */
    CONTRADICTORY,
    /** It cannot be read. */
    MALFORMED
}
