/** Applications of households with ranked wishes. */
@NullMarked
package cn.qingcheng.housing.application;

import org.jspecify.annotations.NullMarked;
