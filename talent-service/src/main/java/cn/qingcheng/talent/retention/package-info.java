/** When a graduate counts as one who stays in the city, by a rule kept as data. */
@NullMarked
package cn.qingcheng.talent.retention;

import org.jspecify.annotations.NullMarked;
