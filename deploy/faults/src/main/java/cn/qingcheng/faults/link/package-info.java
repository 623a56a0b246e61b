/** Connections fail in more ways than processes do; here each one leads through a proxy that can fail for it. */
@NullMarked
package cn.qingcheng.faults.link;

import org.jspecify.annotations.NullMarked;
