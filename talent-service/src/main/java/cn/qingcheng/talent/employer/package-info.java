/** Employers, and what they declare of the people who work for them. */
@NullMarked
package cn.qingcheng.talent.employer;

import org.jspecify.annotations.NullMarked;
