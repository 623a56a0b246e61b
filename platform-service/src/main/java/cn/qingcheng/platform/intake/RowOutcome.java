package cn.qingcheng.platform.intake;

/** What became of a row. */
public enum RowOutcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
}
