/** What this service must know about a talent to let a flat to them, kept from the talent facts. */
@NullMarked
package cn.qingcheng.housing.applicant;

import org.jspecify.annotations.NullMarked;
