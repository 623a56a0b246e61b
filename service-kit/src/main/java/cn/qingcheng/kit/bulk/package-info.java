/** Many rows in one request, read as a stream, each row with all its own errors. */
@NullMarked
package cn.qingcheng.kit.bulk;

import org.jspecify.annotations.NullMarked;
