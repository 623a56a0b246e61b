package cn.qingcheng.talent.sync;

/** What became of one row. */
public enum RowOutcome {
    /** The record is new to the city. */
    CREATED,
    /** The record is known and now says something else. */
    UPDATED,
    /** The record is known and says the same. */
    UNCHANGED,
    /** The city has a newer version of the record. */
    STALE_IGNORED,
    /** The row has errors and changed nothing. */
    REJECTED
}
