/** Who decided what and who read what, in a record nobody can change unseen. */
@NullMarked
package cn.qingcheng.kit.audit;

import org.jspecify.annotations.NullMarked;
