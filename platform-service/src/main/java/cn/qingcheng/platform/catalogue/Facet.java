package cn.qingcheng.platform.catalogue;

import java.util.Locale;

/** A property to narrow a search by, shown with how many platforms each of its values would leave. */
public enum Facet {
    KIND("kind"),
    LEVEL("level"),
    LAYOUT("layout"),
    FUNCTION("function"),
    ZONE("zone"),
    REGION("region_code"),
    INDUSTRY("industry");

    private final String column;

    Facet(String column) {
        this.column = column;
    }

    /** The name of the query parameter that chooses among its values. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    String column() {
        return column;
    }

    /** The condition that a platform has one of the values bound to the facet's parameter. */
    String condition() {
        return this == INDUSTRY
                ? "p.industries && cast(:industry as text[])"
                : "p." + column + " in (:" + parameter() + ")";
    }
}
