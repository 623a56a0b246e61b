/** The way of a request through the gateway: looked at, cleaned, passed on to a service, timed, and answered. */
@NullMarked
package cn.qingcheng.gateway.route;

import org.jspecify.annotations.NullMarked;
