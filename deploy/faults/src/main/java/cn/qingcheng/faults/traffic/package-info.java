/** Who does what in the city while its parts fail: people, machines and the city's time, all from one seed. */
@NullMarked
package cn.qingcheng.faults.traffic;

import org.jspecify.annotations.NullMarked;
