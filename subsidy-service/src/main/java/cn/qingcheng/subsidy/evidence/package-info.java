/** Files that prove what an application says: told by their content, kept by their digest. */
@NullMarked
package cn.qingcheng.subsidy.evidence;

import org.jspecify.annotations.NullMarked;
