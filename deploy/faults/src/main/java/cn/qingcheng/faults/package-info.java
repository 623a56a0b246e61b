/** Drives seeded traffic through the city while its parts fail. */
@NullMarked
package cn.qingcheng.faults;

import org.jspecify.annotations.NullMarked;
