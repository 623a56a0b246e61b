/** Every failure answered in one form (RFC 9457), with a stable code, all input errors at once and nothing from inside. */
@NullMarked
package cn.qingcheng.kit.problem;

import org.jspecify.annotations.NullMarked;
