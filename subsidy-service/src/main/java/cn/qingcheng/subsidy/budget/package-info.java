/** Where each fen of a budget line stands, as a double-entry ledger the database itself keeps balanced. */
@NullMarked
package cn.qingcheng.subsidy.budget;

import org.jspecify.annotations.NullMarked;
