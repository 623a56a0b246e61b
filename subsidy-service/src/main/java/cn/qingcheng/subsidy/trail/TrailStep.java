package cn.qingcheng.subsidy.trail;

import cn.qingcheng.kit.standard.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way of a payment.
 *
 * @param step what happened, UPPER_SNAKE
 * @param by who decided it; an account, {@code system} for a job, {@code benefit-register} for the register
 * @param reference what it happened to, or the decision's number
 * @param detail a reason, a digest or the bank's own line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailStep(
        Instant at,
        @Schema(examples = "BUDGET_APPROPRIATE") String step,
        @Schema(examples = "finance1") String by,
        @Nullable Money amount,
        @Schema(examples = "呼财样〔2026〕1号") @Nullable String reference,
        @Schema(examples = "talent-housing-2026") @Nullable String detail) {}
