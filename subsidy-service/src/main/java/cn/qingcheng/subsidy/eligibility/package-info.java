/** Answers what a person can get and why not, by evaluating every rule of a version over the facts known of her. */
@NullMarked
package cn.qingcheng.subsidy.eligibility;

import org.jspecify.annotations.NullMarked;
