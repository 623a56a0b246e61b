package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.event.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application took a step that others may know of.
 *
 * @param reason why, when the step has a reason
 */
public record ApplicationMoved(
        @JsonIgnore String type,
        UUID applicationId,
        String number,
        UUID talentId,
        String schemeCode,
        @Nullable String reason)
        implements DomainEvent {

    /** The happening of the last step, or nothing when the step is of no concern to others. */
    static Optional<ApplicationMoved> lastStepOf(Application application) {
        StatusChange last = application.history().get(application.history().size() - 1);
        return happening(last)
                .map(happening -> new ApplicationMoved(
                        "subsidy.application." + happening,
                        application.id(),
                        application.number(),
                        application.talentId(),
                        application.schemeCode(),
                        last.reason()));
    }

    private static Optional<String> happening(StatusChange change) {
        return switch (change.toStatus()) {
            case SUBMITTED -> Optional.of("submitted");
            case ACCEPTED_FOR_REVIEW -> Optional.of("accepted");
            case RETURNED_FOR_CORRECTION -> Optional.of("returned");
            case REVIEW_PASSED -> Optional.of("review-passed");
            case PUBLICITY ->
                change.fromStatus() == ApplicationStatus.REVIEW_PASSED ? Optional.of("publicised") : Optional.empty();
            case APPROVED -> Optional.of("approved");
            case CLEARING -> Optional.of("clearing");
            case ENTITLED -> Optional.of("entitled");
            case REJECTED -> Optional.of("rejected");
            case WITHDRAWN -> Optional.of("withdrawn");
            case UNDER_REVIEW ->
                change.fromStatus() == ApplicationStatus.RETURNED_FOR_CORRECTION
                        ? Optional.of("submitted")
                        : Optional.empty();
            case DRAFT, OBJECTION_HANDLING, LAPSED, REVOKED -> Optional.empty();
        };
    }

    @Override
    public String topic() {
        return "subsidy.application.v1";
    }

    @Override
    public String key() {
        return applicationId.toString();
    }
}
