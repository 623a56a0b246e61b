/** The clock every service is given, so that no code asks the machine for the time. */
@NullMarked
package cn.qingcheng.kit.time;

import org.jspecify.annotations.NullMarked;
