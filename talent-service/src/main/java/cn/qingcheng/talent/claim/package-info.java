/** How a person takes possession of the record a university reported, and what she then sees of herself. */
@NullMarked
package cn.qingcheng.talent.claim;

import org.jspecify.annotations.NullMarked;
