/** Universities and institutes, and the projects they carry out with enterprises. */
@NullMarked
package cn.qingcheng.platform.cooperation;

import org.jspecify.annotations.NullMarked;
