/** What a broken rule of the database means to the caller, for all features in one place. */
@NullMarked
package cn.qingcheng.housing.constraint;

import org.jspecify.annotations.NullMarked;
