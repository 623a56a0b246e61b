package cn.qingcheng.platform.catalogue;

/** What a platform is. */
public enum PlatformKind {
    LABORATORY,
    TECHNOLOGY_CENTRE,
    INCUBATOR,
    MAKER_SPACE,
    ACADEMICIAN_STATION,
    POSTDOC_STATION,
    EXPERT_WORKSTATION,
    HR_PARK,
    INDUSTRIAL_PARK,
    INNOVATION_CENTRE,
    THINK_TANK,
    INTERMEDIARY
}
