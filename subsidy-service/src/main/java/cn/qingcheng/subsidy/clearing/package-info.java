/** Asks the benefit register whether a person may hold the benefit, and makes her entitled or refused by its answer. */
@NullMarked
package cn.qingcheng.subsidy.clearing;

import org.jspecify.annotations.NullMarked;
