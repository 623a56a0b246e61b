/** Which days the city works: publicity, offers and deadlines are counted in working days, and holidays move each year. */
@NullMarked
package cn.qingcheng.kit.workday;

import org.jspecify.annotations.NullMarked;
