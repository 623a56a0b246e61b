/** Bulk import of units: a stream of rows in, an outcome and all errors of each row out. */
@NullMarked
package cn.qingcheng.housing.intake;

import org.jspecify.annotations.NullMarked;
