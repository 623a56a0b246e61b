/** The draw as pure arithmetic: digest, seed, order and allocation, with no database and no clock. */
@NullMarked
package cn.qingcheng.housing.lottery;

import org.jspecify.annotations.NullMarked;
