package cn.qingcheng.housing.application;

/** What a person is to the head of the household. */
public enum Relation {
    SELF,
    SPOUSE,
    CHILD,
    PARENT,
    OTHER
}
