/** Who moved what from which state to which, when and why; one append-only table for all life cycles. */
@NullMarked
package cn.qingcheng.housing.history;

import org.jspecify.annotations.NullMarked;
