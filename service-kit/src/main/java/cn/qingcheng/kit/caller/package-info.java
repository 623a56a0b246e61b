/** Who calls, as the verified token says it. */
@NullMarked
package cn.qingcheng.kit.caller;

import org.jspecify.annotations.NullMarked;
