/** What the city offers: schemes below a policy, each in dated versions whose rules, amounts and terms are data. */
@NullMarked
package cn.qingcheng.subsidy.policy;

import org.jspecify.annotations.NullMarked;
