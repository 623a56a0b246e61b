/** Bulk imports of every catalogue: a stream of rows in, an outcome and all errors of each row out. */
@NullMarked
package cn.qingcheng.platform.intake;

import org.jspecify.annotations.NullMarked;
