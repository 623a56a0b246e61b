package cn.qingcheng.platform.target;

/** Where the actual figures come from. */
public enum TargetSource {
    /** Counted from the events of all services. */
    EVENTS
}
