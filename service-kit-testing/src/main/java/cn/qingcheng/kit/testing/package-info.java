/** What the tests of every service need: real PostgreSQL and Kafka, tokens, a clock to set, and the house's rules. */
@NullMarked
package cn.qingcheng.kit.testing;

import org.jspecify.annotations.NullMarked;
