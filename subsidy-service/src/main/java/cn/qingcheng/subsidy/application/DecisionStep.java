package cn.qingcheng.subsidy.application;

/** The two steps of the review path; nobody decides both for one application. */
public enum DecisionStep {
    REVIEW,
    APPROVAL
}
