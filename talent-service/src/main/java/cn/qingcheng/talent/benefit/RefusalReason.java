package cn.qingcheng.talent.benefit;

/** Why a claim was refused. */
public enum RefusalReason {
    /** The person holds a benefit of the same group. */
    EXCLUDED,
    /** The register has no such kind of benefit. */
    UNKNOWN_KIND,
    /** The registry has no such person. */
    UNKNOWN_TALENT,
    /** The claimant gave the claim up before it was decided. */
    ALREADY_RELEASED
}
