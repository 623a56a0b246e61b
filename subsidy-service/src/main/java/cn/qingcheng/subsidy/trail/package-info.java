/** Answers an auditor where one payment came from and who decided each step, across the features that hold the pieces. */
@NullMarked
package cn.qingcheng.subsidy.trail;

import org.jspecify.annotations.NullMarked;
