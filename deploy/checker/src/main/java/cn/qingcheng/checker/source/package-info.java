/** Reads what the invariants are held against: databases, topics, files; changes nothing in any of them. */
@NullMarked
package cn.qingcheng.checker.source;

import org.jspecify.annotations.NullMarked;
