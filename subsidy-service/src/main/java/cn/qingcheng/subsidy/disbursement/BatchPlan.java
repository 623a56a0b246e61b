package cn.qingcheng.subsidy.disbursement;

import cn.qingcheng.subsidy.entitlement.Instalment;
import cn.qingcheng.subsidy.entitlement.InstalmentStatus;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a batch is to pay, with its control totals.
 *
 * @param againFen the part of the total that the bank had returned before
 */
record BatchPlan(
        String schemeCode, String budgetLineCode, String period, int paymentCount, long totalFen, long againFen) {

    static BatchPlan of(BuildBatchRequest request, String budgetLineCode, List<Instalment> instalments) {
        return new BatchPlan(
                request.schemeCode(),
                budgetLineCode,
                request.period(),
                instalments.size(),
                sumFen(instalments.stream()),
                sumFen(instalments.stream().filter(instalment -> instalment.status() == InstalmentStatus.RETURNED)));
    }

    private static long sumFen(Stream<Instalment> instalments) {
        return instalments.mapToLong(Instalment::amountFen).reduce(0, Math::addExact);
    }
}
