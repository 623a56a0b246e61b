/** The whole story of one unit for an auditor, put together from every feature's history. */
@NullMarked
package cn.qingcheng.housing.trail;

import org.jspecify.annotations.NullMarked;
