package cn.qingcheng.platform.target;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was reached in a month.
 *
 * @param month such as {@code 2026-09}
 * @param actual in the unit of the indicator
 */
public record MonthlyActual(
        @Schema(examples = "2026-09") String month,
        @Schema(examples = "1234") long actual) {}
