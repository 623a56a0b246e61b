package cn.qingcheng.platform.target;

import java.time.YearMonth;

/**
 * One thing that counts towards an indicator.
 *
 * @param item what may count only once: a person, a payment
 * @param value by how much, in the unit of the indicator, above zero
 */
record Measurement(Indicator indicator, String item, YearMonth month, long value) {}
