/** The form of an event between services: CloudEvents 1.0 in binary mode, with JSON data. */
@NullMarked
package cn.qingcheng.kit.event;

import org.jspecify.annotations.NullMarked;
