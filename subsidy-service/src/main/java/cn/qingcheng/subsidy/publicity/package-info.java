/** Shows approved applications to the public for their working days and hears objections before money is owed. */
@NullMarked
package cn.qingcheng.subsidy.publicity;

import org.jspecify.annotations.NullMarked;
