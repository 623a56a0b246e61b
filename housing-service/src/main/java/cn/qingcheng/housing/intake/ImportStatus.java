package cn.qingcheng.housing.intake;

/** An import runs while its request is read; one that broke off keeps what it had read. */
public enum ImportStatus {
    RUNNING,
    FINISHED,
    INTERRUPTED
}
