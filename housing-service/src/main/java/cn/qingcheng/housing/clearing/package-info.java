/** The benefit register's answer to an accepted offer, heard over events. */
@NullMarked
package cn.qingcheng.housing.clearing;

import org.jspecify.annotations.NullMarked;
