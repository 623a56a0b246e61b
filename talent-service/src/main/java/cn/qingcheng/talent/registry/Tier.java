package cn.qingcheng.talent.registry;

/** The city's tiers of talent, from the top talents (A) to the young graduates (F). */
public enum Tier {
    A,
    B,
    C,
    D,
    E,
    F
}
