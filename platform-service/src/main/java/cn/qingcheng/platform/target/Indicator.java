package cn.qingcheng.platform.target;

/** What a target measures. */
public enum Indicator {
    /** Persons whose retention was confirmed, each once, in the month of their social insurance. */
    GRADUATES_RETAINED(TargetUnit.PERSON),
    /** Rent subsidy the bank has paid out, each payment once, in the month it was settled. */
    RENT_SUBSIDY_PAID(TargetUnit.FEN);

    private final TargetUnit unit;

    Indicator(TargetUnit unit) {
        this.unit = unit;
    }

    TargetUnit unit() {
        return unit;
    }
}
