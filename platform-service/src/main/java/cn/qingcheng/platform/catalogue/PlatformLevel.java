package cn.qingcheng.platform.catalogue;

/** Who accredited a platform, the highest first. */
public enum PlatformLevel {
    NATIONAL,
    MINISTRY_REGION,
    REGION,
    CITY
}
