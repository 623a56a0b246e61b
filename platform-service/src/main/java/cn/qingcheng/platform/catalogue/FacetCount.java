package cn.qingcheng.platform.catalogue;

/**
 * A value of a facet.
 *
 * @param value what the query parameter takes
 * @param name the value in the caller's language
 * @param count platforms with this value that all other parameters leave
 */
public record FacetCount(String value, String name, long count) {}
