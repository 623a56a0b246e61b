/** The city's innovation platforms in the layout "one core, two poles, many points", and the public search over them. */
@NullMarked
package cn.qingcheng.platform.catalogue;

import org.jspecify.annotations.NullMarked;
