/** Two people editing one thing cannot overwrite each other unseen: ETag, If-Match and merge patch. */
@NullMarked
package cn.qingcheng.kit.precondition;

import org.jspecify.annotations.NullMarked;
