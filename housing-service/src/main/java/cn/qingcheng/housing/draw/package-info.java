/** The frozen list of a round, the entropy of two officers, the draw and its public proof. */
@NullMarked
package cn.qingcheng.housing.draw;

import org.jspecify.annotations.NullMarked;
