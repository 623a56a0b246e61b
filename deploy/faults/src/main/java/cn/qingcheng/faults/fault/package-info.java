/** What can go wrong in a city, chosen by a seed and undone in the end, so that a run that found something can be run again. */
@NullMarked
package cn.qingcheng.faults.fault;

import org.jspecify.annotations.NullMarked;
