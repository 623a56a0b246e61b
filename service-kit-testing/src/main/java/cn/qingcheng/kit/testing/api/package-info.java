/** Tests made from the committed OpenAPI document: who may call what, and what becomes of bad input. */
@NullMarked
package cn.qingcheng.kit.testing.api;

import org.jspecify.annotations.NullMarked;
