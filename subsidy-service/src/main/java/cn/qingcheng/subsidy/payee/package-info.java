/** The account to be paid, encrypted as soon as it is here. */
@NullMarked
package cn.qingcheng.subsidy.payee;

import org.jspecify.annotations.NullMarked;
