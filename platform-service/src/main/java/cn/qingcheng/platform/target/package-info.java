/** The city's targets and how far they are, counted from what the other services say. */
@NullMarked
package cn.qingcheng.platform.target;

import org.jspecify.annotations.NullMarked;
