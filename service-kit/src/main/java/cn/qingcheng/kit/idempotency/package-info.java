/** A retried POST has one effect and one answer, kept in the same transaction as the effect. */
@NullMarked
package cn.qingcheng.kit.idempotency;

import org.jspecify.annotations.NullMarked;
