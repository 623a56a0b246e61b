package cn.qingcheng.kit.caller;

/** The realm roles, for {@code @RolesAllowed}. A role that is not here does not exist. */
public final class Roles {

    public static final String TALENT = "talent";
    public static final String UNIVERSITY = "university";
    public static final String EMPLOYER = "employer";
    public static final String TALENT_OFFICER = "talent-officer";
    public static final String SUBSIDY_REVIEWER = "subsidy-reviewer";
    public static final String SUBSIDY_APPROVER = "subsidy-approver";
    public static final String SUBSIDY_FINANCE = "subsidy-finance";
    public static final String HOUSING_OFFICER = "housing-officer";
    public static final String PLATFORM_OFFICER = "platform-officer";
    public static final String PLATFORM_OPERATOR = "platform-operator";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";

    private Roles() {}
}
