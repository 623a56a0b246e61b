/** Tells which of the services is down, because from outside only the gateway can be asked. */
@NullMarked
package cn.qingcheng.gateway.health;

import org.jspecify.annotations.NullMarked;
