/** Leases: signature, hand-over of the keys, and the rule that no unit is let twice at a time. */
@NullMarked
package cn.qingcheng.housing.lease;

import org.jspecify.annotations.NullMarked;
