package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.problem.IllegalTransition;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an application stands and how it came there. Its state changes nowhere else, and never without a row of history. */
@Embeddable
class Progress {
    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    @ElementCollection
    @CollectionTable(name = "application_history", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    private List<StatusChange> history = new ArrayList<>();

    protected Progress() {}

    Progress(String by, Instant at) {
        status = ApplicationStatus.DRAFT;
        history.add(new StatusChange(null, status, by, at, null));
    }

    void mustBecome(ApplicationStatus next) {
        if (!status.mayBecome(next)) {
            throw IllegalTransition.of(status, next, status.allowedNext());
        }
    }

    /** For steps that only some of the states may take which the life cycle allows to. */
    void mustBeIn(Set<ApplicationStatus> states, ApplicationStatus next) {
        if (!states.contains(status)) {
            throw IllegalTransition.of(status, next, status.allowedNext());
        }
    }

    /** Nobody decides her own application. */
    void mustBeAnother(String applicant, String by) {
        if (by.equals(applicant)) {
            throw new ProblemException(ApplicationProblem.SEPARATION_OF_DUTIES);
        }
    }

    /** Nobody decides who had a hand in it before. */
    void mustBeNewTo(String by) {
        if (history.stream().anyMatch(change -> change.changedBy().equals(by))) {
            throw new ProblemException(ApplicationProblem.SEPARATION_OF_DUTIES);
        }
    }

    void become(ApplicationStatus next, String by, Instant at, @Nullable String reason) {
        mustBecome(next);
        history.add(new StatusChange(status, next, by, at, reason));
        status = next;
    }

    ApplicationStatus status() {
        return status;
    }

    List<StatusChange> history() {
        return List.copyOf(history);
    }
}
