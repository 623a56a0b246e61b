/** Sensitive fields are kept encrypted, looked up blindly and shown masked. */
@NullMarked
package cn.qingcheng.kit.privacy;

import org.jspecify.annotations.NullMarked;
