/** Measures the mechanisms side by side with what they cost and what else could be used; see deploy/bench/mechanisms. */
@NullMarked
package cn.qingcheng.kit.bench;

import org.jspecify.annotations.NullMarked;
