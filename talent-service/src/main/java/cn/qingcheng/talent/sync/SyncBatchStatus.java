package cn.qingcheng.talent.sync;

import java.util.Set;

/** Where an upload stands. */
public enum SyncBatchStatus {
    /** Rows are arriving. */
    RUNNING,
    /** Every row of the upload has its result. */
    FINISHED,
    /** The upload broke off; the rows before stand, and sending all again does nothing twice. */
    INTERRUPTED;

    Set<SyncBatchStatus> next() {
        return this == RUNNING ? Set.of(FINISHED, INTERRUPTED) : Set.of();
    }
}
