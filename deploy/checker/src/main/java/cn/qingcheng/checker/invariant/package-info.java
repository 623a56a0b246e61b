/** The numbered invariants, one class for each: its sentence, and the queries that find what breaks it. */
@NullMarked
package cn.qingcheng.checker.invariant;

import org.jspecify.annotations.NullMarked;
