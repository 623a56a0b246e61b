package cn.qingcheng.platform.catalogue;

/** A platform's place in the city's layout: one core, two poles, many points. */
public enum PlatformLayout {
    CORE,
    POLE,
    POINT
}
