/** What the gateway itself refuses or fails at, told as RFC 9457 in the caller's language, in the form the services use. */
@NullMarked
package cn.qingcheng.gateway.problem;

import org.jspecify.annotations.NullMarked;
