/** One person's request for one scheme, from draft to entitlement, with its evidence, decisions and history. */
@NullMarked
package cn.qingcheng.subsidy.application;

import org.jspecify.annotations.NullMarked;
