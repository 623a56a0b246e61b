/** The officers' desk: two steps, two officers, and each decision kept with the facts it stood on. */
@NullMarked
package cn.qingcheng.subsidy.review;

import org.jspecify.annotations.NullMarked;
