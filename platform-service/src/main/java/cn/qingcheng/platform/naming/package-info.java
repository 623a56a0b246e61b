/** What things are called in the two languages of the service. */
@NullMarked
package cn.qingcheng.platform.naming;

import org.jspecify.annotations.NullMarked;
