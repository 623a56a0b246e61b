package cn.qingcheng.talent;

/** Stands for a class of another service. */
public final class OfAnotherService {}
