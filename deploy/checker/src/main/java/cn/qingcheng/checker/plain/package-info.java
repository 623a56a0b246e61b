/** Looks for many known numbers in many bytes at once: ID numbers, phones and bank accounts that may stand nowhere. */
@NullMarked
package cn.qingcheng.checker.plain;

import org.jspecify.annotations.NullMarked;
