package cn.qingcheng.housing.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as officers and auditors list it: no names. */
public record ApplicationSummaryResponse(
        UUID id,
        String number,
        UUID roundId,
        UUID talentId,
        ApplicationStatus status,
        @Nullable Integer tierPosition,
        int persons,
        @Nullable Instant submittedAt) {

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
