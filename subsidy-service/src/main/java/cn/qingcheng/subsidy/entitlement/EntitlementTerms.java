package cn.qingcheng.subsidy.entitlement;

import java.util.UUID;

/** What an approved application is worth. */
public record EntitlementTerms(
        UUID applicationId,
        String applicationNumber,
        UUID talentId,
        String schemeCode,
        String budgetLineCode,
        long monthlyAmountFen,
        int months) {

    public long totalFen() {
        return Math.multiplyExact(monthlyAmountFen, months);
    }
}
