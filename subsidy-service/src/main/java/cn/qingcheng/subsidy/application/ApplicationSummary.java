package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.standard.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application in a list. */
public record ApplicationSummary(
        UUID id,
        @Schema(examples = "QS-2026-000001") String number,
        @Schema(examples = "rent-subsidy") String schemeCode,
        @Schema(examples = "2026") String period,
        UUID talentId,
        ApplicationStatus status,
        @Nullable Money monthlyAmount,
        @Nullable Instant submittedAt) {

    public static ApplicationSummary from(Application application) {
        Long amountFen = application.monthlyAmountFen();
        return new ApplicationSummary(
                application.id(),
                application.number(),
                application.schemeCode(),
                application.period(),
                application.talentId(),
                application.status(),
                amountFen == null ? null : Money.ofFen(amountFen),
                application.submittedAt());
    }
}
