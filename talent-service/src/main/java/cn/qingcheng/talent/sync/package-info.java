/** How partner universities send their graduates in bulk and learn, row by row, what became of each. */
@NullMarked
package cn.qingcheng.talent.sync;

import org.jspecify.annotations.NullMarked;
