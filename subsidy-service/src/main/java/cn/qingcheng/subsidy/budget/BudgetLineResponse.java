package cn.qingcheng.subsidy.budget;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A budget line. */
public record BudgetLineResponse(
        @Schema(examples = "talent-housing-2026") String code,
        @Schema(examples = "2026") int year,
        BudgetLineName name,
        @Schema(examples = "finance1") String createdBy,
        Instant createdAt) {

    static BudgetLineResponse from(BudgetLine line) {
        return new BudgetLineResponse(line.code(), line.year(), line.name(), line.createdBy(), line.createdAt());
    }
}
