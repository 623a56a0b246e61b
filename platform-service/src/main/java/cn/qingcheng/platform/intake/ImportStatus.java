package cn.qingcheng.platform.intake;

import java.util.Set;

/** An import runs while its request is read; one that broke off keeps the rows it had read. */
public enum ImportStatus {
    RUNNING,
    FINISHED,
    INTERRUPTED;

    /** The states that may follow. */
    public Set<ImportStatus> next() {
        return this == RUNNING ? Set.of(FINISHED, INTERRUPTED) : Set.of();
    }
}
