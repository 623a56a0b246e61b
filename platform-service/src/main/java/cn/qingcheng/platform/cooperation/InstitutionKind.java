package cn.qingcheng.platform.cooperation;

/** What an institution is. */
public enum InstitutionKind {
    UNIVERSITY,
    RESEARCH_INSTITUTE
}
