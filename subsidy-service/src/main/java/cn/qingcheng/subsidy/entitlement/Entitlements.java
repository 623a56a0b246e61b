package cn.qingcheng.subsidy.entitlement;

import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.subsidy.budget.AccountKind;
import cn.qingcheng.subsidy.budget.Cause;
import cn.qingcheng.subsidy.budget.Ledger;
import cn.qingcheng.subsidy.budget.Movement;
import cn.qingcheng.subsidy.budget.ReferenceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;

/** Grants entitlements, each with the money for all its months promised in the budget, within the caller's transaction. */
@ApplicationScoped
public class Entitlements {
    @Inject
    EntitlementRepository entitlements;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /** Grants it from the month after this one, or tells that the line does not hold the money. */
    public boolean grant(EntitlementTerms terms, String by) {
        if (!ledger.holds(terms.budgetLineCode(), AccountKind.APPROPRIATED, terms.totalFen())) {
            return false;
        }
        YearMonth first = YearMonth.from(CityTime.today(clock)).plusMonths(1);
        Entitlement entitlement = new Entitlement(terms, first, clock.instant());
        entitlements.persist(entitlement);
        ledger.move(
                terms.budgetLineCode(),
                Movement.COMMIT,
                terms.totalFen(),
                new Cause(ReferenceType.ENTITLEMENT, entitlement.id(), terms.applicationNumber(), by));
        return true;
    }
}
