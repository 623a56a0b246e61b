package cn.qingcheng.housing.history;

/** Whose life cycle a change belongs to. */
public enum SubjectType {
    UNIT,
    ROUND,
    APPLICATION,
    OFFER,
    LEASE
}
