/** Estates, buildings and units: what the city has to let, and the life of each unit. */
@NullMarked
package cn.qingcheng.housing.stock;

import org.jspecify.annotations.NullMarked;
