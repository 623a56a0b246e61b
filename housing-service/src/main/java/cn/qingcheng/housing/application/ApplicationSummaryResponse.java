package cn.qingcheng.housing.application;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application as officers and auditors list it: no names. */
public record ApplicationSummaryResponse(
        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID id,

        @Schema(examples = "HA-2026-0001") String number,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID roundId,

        @Schema(examples = "01994f2e-5c3a-7d10-8e22-3f5a6b7c8d9e")
        UUID talentId,

        ApplicationStatus status,
        @Schema(examples = "1") @Nullable Integer tierPosition,
        @Schema(examples = "2") int persons,
        @Schema(examples = "2026-09-01T01:00:00Z") @Nullable Instant submittedAt) {

    static ApplicationSummaryResponse from(Application application) {
        return new ApplicationSummaryResponse(
                application.id(),
                application.number(),
                application.roundId(),
                application.talentId(),
                application.status(),
                application.tierPosition(),
                application.household().size(),
                application.submittedAt());
    }
}
