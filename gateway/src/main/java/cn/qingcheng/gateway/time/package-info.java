/** What time it is. */
@NullMarked
package cn.qingcheng.gateway.time;

import org.jspecify.annotations.NullMarked;
