/** Long collections read page by page by key, so that a page costs the same wherever it lies. */
@NullMarked
package cn.qingcheng.kit.page;

import org.jspecify.annotations.NullMarked;
