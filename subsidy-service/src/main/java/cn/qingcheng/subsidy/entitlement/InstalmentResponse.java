package cn.qingcheng.subsidy.entitlement;

import cn.qingcheng.kit.standard.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One month's instalment as it stands. */
public record InstalmentResponse(
        @Schema(examples = "2026-10") String period, Money amount, InstalmentStatus status) {

    public static InstalmentResponse from(Instalment instalment) {
        return new InstalmentResponse(instalment.period(), Money.ofFen(instalment.amountFen()), instalment.status());
    }
}
