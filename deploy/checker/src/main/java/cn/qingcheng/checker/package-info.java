/** Proves on a settled city that nothing was lost and nothing happened twice: one class for each numbered invariant. */
@NullMarked
package cn.qingcheng.checker;

import org.jspecify.annotations.NullMarked;
