/** Allocation rounds: their units, tiers, terms and the steps up to a closed list. */
@NullMarked
package cn.qingcheng.housing.round;

import org.jspecify.annotations.NullMarked;
