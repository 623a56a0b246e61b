package cn.qingcheng.subsidy.disbursement;

/** What a batch is to pay, with its control totals. */
record BatchPlan(String schemeCode, String budgetLineCode, String period, int paymentCount, long totalFen) {}
