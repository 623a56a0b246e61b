/** Offers of units: publishing a draw, the answer of the household, expiry, and the next in line. */
@NullMarked
package cn.qingcheng.housing.offer;

import org.jspecify.annotations.NullMarked;
