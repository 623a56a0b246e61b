/**
 * Values that a national standard defines, checked where they enter, so that no service keeps its own idea of a valid
 * ID number, credit code or amount. The values need nothing but the JDK; the annotations on them are optional at run time.
 */
@NullMarked
package cn.qingcheng.kit.standard;

import org.jspecify.annotations.NullMarked;
