package cn.qingcheng.platform.catalogue;

/** What a platform does for the zone it lies in. */
public enum PlatformFunction {
    RESEARCH,
    INCUBATION,
    APPLICATION
}
