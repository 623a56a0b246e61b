/** The service that keeps the city's innovation platforms, cooperation and targets. */
@NullMarked
package cn.qingcheng.platform;

import org.jspecify.annotations.NullMarked;
