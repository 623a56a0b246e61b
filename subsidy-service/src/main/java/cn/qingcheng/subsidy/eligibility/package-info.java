/** Tells a person what she can get and why not, over every scheme in force. */
@NullMarked
package cn.qingcheng.subsidy.eligibility;

import org.jspecify.annotations.NullMarked;
