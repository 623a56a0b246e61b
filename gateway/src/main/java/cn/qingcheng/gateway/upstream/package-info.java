/** The services behind the gateway and their instances, because a request needs one that is alive and not crowded. */
@NullMarked
package cn.qingcheng.gateway.upstream;

import org.jspecify.annotations.NullMarked;
