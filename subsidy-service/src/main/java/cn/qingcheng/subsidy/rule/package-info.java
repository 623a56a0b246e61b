/** Rules as data: predicates in CEL over typed facts, checked when saved, bounded in cost, and answered one by one. */
@NullMarked
package cn.qingcheng.subsidy.rule;

import org.jspecify.annotations.NullMarked;
