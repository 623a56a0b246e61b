/** The one register of benefits that exclude each other, so that nobody holds two of one group. */
@NullMarked
package cn.qingcheng.talent.benefit;

import org.jspecify.annotations.NullMarked;
