/** A person's own journey through all services, told in her language. */
@NullMarked
package cn.qingcheng.talent.timeline;

import org.jspecify.annotations.NullMarked;
