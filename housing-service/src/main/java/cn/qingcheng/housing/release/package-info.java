/** Release batches: the decision that lets a number of prepared units go to applicants. */
@NullMarked
package cn.qingcheng.housing.release;

import org.jspecify.annotations.NullMarked;
