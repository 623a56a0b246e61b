/** Who calls: a token is proved before a service sees it; what a caller says of itself in other headers is not heard. */
@NullMarked
package cn.qingcheng.gateway.identity;

import org.jspecify.annotations.NullMarked;
