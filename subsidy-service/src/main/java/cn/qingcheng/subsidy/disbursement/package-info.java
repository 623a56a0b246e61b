/** Pays due instalments through the bank in batches of two officers and takes in what the bank returns. */
@NullMarked
package cn.qingcheng.subsidy.disbursement;

import org.jspecify.annotations.NullMarked;
