/** The people the city knows and what they studied, and the facts about them that the other services may know. */
@NullMarked
package cn.qingcheng.talent.registry;

import org.jspecify.annotations.NullMarked;
