/** What a connection must keep to before a request comes of it: heads as they should be, in time. */
@NullMarked
package cn.qingcheng.gateway.connection;

import org.jspecify.annotations.NullMarked;
