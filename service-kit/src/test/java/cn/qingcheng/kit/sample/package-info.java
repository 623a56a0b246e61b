/** The smallest service there can be, on which the kit's web mechanisms are tested over real HTTP. */
@NullMarked
package cn.qingcheng.kit.sample;

import org.jspecify.annotations.NullMarked;
