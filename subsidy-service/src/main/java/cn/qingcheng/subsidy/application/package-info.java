/** One person's request for one scheme, from draft to entitlement, with its history. */
@NullMarked
package cn.qingcheng.subsidy.application;

import org.jspecify.annotations.NullMarked;
