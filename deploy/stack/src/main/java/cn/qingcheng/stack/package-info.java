/** One command has to bring up a whole city of processes and leave none behind; this is where they are known. */
@NullMarked
package cn.qingcheng.stack;

import org.jspecify.annotations.NullMarked;
