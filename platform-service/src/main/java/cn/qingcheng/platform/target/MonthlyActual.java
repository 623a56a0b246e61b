package cn.qingcheng.platform.target;

/**
 * What was reached in a month.
 *
 * @param month such as {@code 2026-09}
 * @param actual in the unit of the indicator
 */
public record MonthlyActual(String month, long actual) {}
