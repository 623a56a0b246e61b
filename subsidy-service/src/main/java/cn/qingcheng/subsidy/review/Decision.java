package cn.qingcheng.subsidy.review;

import cn.qingcheng.subsidy.application.Application;
import cn.qingcheng.subsidy.application.ApplicationResponse;
import cn.qingcheng.subsidy.application.ApplicationStatus;
import cn.qingcheng.subsidy.application.DecisionStep;
import cn.qingcheng.subsidy.application.StatusChange;
import cn.qingcheng.subsidy.eligibility.DecisionGround;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** A decision with the facts and rule outcomes it stood on, kept to be shown years later. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
@Immutable
public class Decision {
    @Id
    private UUID id;

    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    private DecisionStep step;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus outcome;

    private String decidedBy;
    private Instant decidedAt;
    private @Nullable String reason;
    private int schemeVersionNumber;
    private String facts;
    private String report;

    protected Decision() {}

    Decision(Application application, DecisionStep step, DecisionGround ground) {
        StatusChange change = application.history().get(application.history().size() - 1);
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.applicationId = application.id();
        this.step = step;
        this.outcome = change.toStatus();
        this.decidedBy = change.changedBy();
        this.decidedAt = change.changedAt();
        this.reason = change.reason();
        this.schemeVersionNumber = application.schemeVersion().number();
        this.facts = ground.facts();
        this.report = ground.report();
    }

    public DecisionStep step() {
        return step;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** The rules' outcomes, as JSON. */
    public String report() {
        return report;
    }

    ApplicationResponse.DecisionResponse toResponse() {
        return new ApplicationResponse.DecisionResponse(
                step, outcome, decidedBy, decidedAt, reason, schemeVersionNumber, facts, report);
    }
}
