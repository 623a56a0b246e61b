package cn.qingcheng.subsidy.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An objection.
 *
 * @param contact shown in the list for officers alone: what answers a keyed request is kept, and a contact is not to be
 */
public record ObjectionResponse(
        UUID id,
        UUID listId,
        UUID applicationId,
        ObjectionStatus status,
        @Schema(examples = "该申请人已不在本市工作") String statement,
        Instant raisedAt,
        @Schema(examples = "社保记录显示仍在本市缴纳") @Nullable String handlingReason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "13800000000") @Nullable
        String contact) {

    static ObjectionResponse from(Objection objection, @Nullable String contact) {
        return new ObjectionResponse(
                objection.id(),
                objection.listId(),
                objection.applicationId(),
                objection.status(),
                objection.statement(),
                objection.raisedAt(),
                objection.handlingReason(),
                contact);
    }
}
