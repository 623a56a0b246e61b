/** How often one may call: nobody, by mistake or on purpose, shall take the city away from all others. */
@NullMarked
package cn.qingcheng.gateway.limit;

import org.jspecify.annotations.NullMarked;
