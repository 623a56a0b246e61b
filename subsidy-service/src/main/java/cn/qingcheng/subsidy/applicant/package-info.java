/** This service's own copy of the talent facts it decides on, fed by events alone. */
@NullMarked
package cn.qingcheng.subsidy.applicant;

import org.jspecify.annotations.NullMarked;
