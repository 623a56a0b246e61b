package cn.qingcheng.platform.intake;

/** What an import brings. */
public enum ImportKind {
    PLATFORMS,
    INSTITUTIONS,
    COOPERATION_PROJECTS
}
