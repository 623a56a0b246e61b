/** What the city owes a person after approval: the monthly instalments, each paid at most once. */
@NullMarked
package cn.qingcheng.subsidy.entitlement;

import org.jspecify.annotations.NullMarked;
