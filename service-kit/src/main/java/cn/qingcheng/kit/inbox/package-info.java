/** Each event has its effect once, and a bad one never blocks those behind it. */
@NullMarked
package cn.qingcheng.kit.inbox;

import org.jspecify.annotations.NullMarked;
