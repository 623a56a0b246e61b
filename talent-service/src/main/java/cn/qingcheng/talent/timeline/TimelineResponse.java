package cn.qingcheng.talent.timeline;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of the journey, in the reader's language. */
@Schema(name = "TimelineEntry")
record TimelineResponse(
        Instant occurredAt,

        @Schema(description = "Where it happened", examples = "subsidy")
        String service,

        @Schema(description = "Stable name of what happened", examples = "subsidy.application.submitted")
        String type,

        @Schema(examples = "补贴申请已提交") String title,
        @Schema(examples = "申请编号 QS-2026-000001") @Nullable String detail) {

    static TimelineResponse from(TimelineEntry entry, TimelineTexts texts) {
        return new TimelineResponse(
                entry.occurredAt(),
                entry.service(),
                entry.type(),
                texts.title(entry.type(), entry.data()),
                texts.detail(entry.type(), entry.data()).orElse(null));
    }
}
