/** Events leave with the transaction that caused them, so that none is lost or invented by a crash. */
@NullMarked
package cn.qingcheng.kit.outbox;

import org.jspecify.annotations.NullMarked;
