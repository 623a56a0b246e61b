package cn.qingcheng.subsidy.application;

import cn.qingcheng.kit.problem.ProblemException;
import cn.qingcheng.kit.time.CityTime;
import cn.qingcheng.subsidy.payee.SealedPayee;
import cn.qingcheng.subsidy.policy.SchemeVersion;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's request for one scheme in one year. Every change of its state is a step below and a row of history. */
@SuppressWarnings("UnusedVariable") // some columns are read by queries alone
@Entity
public class Application {
    @Id
    private UUID id;

    private String number;
    private String accountId;
    private UUID talentId;
    private UUID schemeId;
    private String schemeCode;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SchemeVersion schemeVersion;

    private String period;

    @Embedded
    private Progress progress;

    @Embedded
    private SealedPayee payee;

    private @Nullable Long monthlyAmountFen;
    private @Nullable Instant submittedAt;
    private @Nullable Instant correctionDueAt;
    private @Nullable UUID claimId;
    private @Nullable Instant clearedAt;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Application() {}

    /** A draft for the year it is written in. */
    public Application(
            UUID id,
            String number,
            String accountId,
            UUID talentId,
            SchemeVersion scheme,
            SealedPayee payee,
            Instant at) {
        this.id = id;
        this.number = number;
        this.accountId = accountId;
        this.talentId = talentId;
        this.schemeId = scheme.scheme().id();
        this.schemeCode = scheme.scheme().code();
        this.schemeVersion = scheme;
        this.period = periodOf(at);
        this.payee = payee;
        this.progress = new Progress(accountId, at);
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** The year an application made at this time counts for. */
    public static String periodOf(Instant at) {
        return Integer.toString(at.atZone(CityTime.ZONE).getYear());
    }

    /** Writes down the account to be paid, as long as the applicant may edit. */
    public void payTo(SealedPayee payee, Instant at) {
        if (!progress.status().editable()) {
            throw new ProblemException(
                    ApplicationProblem.APPLICATION_NOT_EDITABLE,
                    progress.status().name());
        }
        this.payee = payee;
        updatedAt = at;
    }

    /** Takes another account for what the bank returned; what is being paid keeps the account it was sent with. */
    public void correctPayee(SealedPayee payee, Instant at) {
        if (progress.status() != ApplicationStatus.ENTITLED) {
            throw new ProblemException(ApplicationProblem.NOTHING_RETURNED);
        }
        this.payee = payee;
        updatedAt = at;
    }

    /** Hands it in, for the first time or corrected, bound to the version in force and its amount. */
    public void submit(SchemeVersion inForce, long amountFen, Instant at) {
        boolean corrected = progress.status() == ApplicationStatus.RETURNED_FOR_CORRECTION;
        become(corrected ? ApplicationStatus.UNDER_REVIEW : ApplicationStatus.SUBMITTED, accountId, at, null);
        if (!corrected) {
            schemeVersion = inForce;
        }
        monthlyAmountFen = amountFen;
        submittedAt = at;
        correctionDueAt = null;
    }

    public void withdraw(@Nullable String reason, Instant at) {
        become(ApplicationStatus.WITHDRAWN, accountId, at, reason);
    }

    public void accept(String by, Instant at) {
        decide(ApplicationStatus.ACCEPTED_FOR_REVIEW, by, at, null);
    }

    public void startReview(String by, Instant at) {
        decide(ApplicationStatus.UNDER_REVIEW, by, at, null);
    }

    public void passReview(String by, Instant at, @Nullable String reason) {
        decide(ApplicationStatus.REVIEW_PASSED, by, at, reason);
    }

    public void returnForCorrection(String by, Instant at, String reason, Instant dueAt) {
        decide(ApplicationStatus.RETURNED_FOR_CORRECTION, by, at, reason);
        correctionDueAt = dueAt;
    }

    public void reject(String by, Instant at, String reason) {
        progress.mustBeIn(ApplicationStatus.AWAITING_DECISION, ApplicationStatus.REJECTED);
        if (progress.status() == ApplicationStatus.REVIEW_PASSED) {
            progress.mustBeNewTo(by);
        }
        decide(ApplicationStatus.REJECTED, by, at, reason);
    }

    /** Approves it, whereupon it is published. Nobody approves who had a hand in it before. */
    public void approve(String by, Instant at, @Nullable String reason) {
        progress.mustBecome(ApplicationStatus.PUBLICITY);
        progress.mustBeNewTo(by);
        decide(ApplicationStatus.PUBLICITY, by, at, reason);
    }

    public void holdForObjection(String by, Instant at, String reason) {
        become(ApplicationStatus.OBJECTION_HANDLING, by, at, reason);
    }

    public void resumePublicity(String by, Instant at, String reason) {
        decide(ApplicationStatus.PUBLICITY, by, at, reason);
    }

    public void lapse(String by, Instant at) {
        become(ApplicationStatus.LAPSED, by, at, null);
    }

    /** Its publicity is over and nobody objected; the benefit register is asked next. */
    public void endPublicity(String by, Instant at) {
        become(ApplicationStatus.APPROVED, by, at, null);
    }

    public void clear(UUID claim, String by, Instant at) {
        become(ApplicationStatus.CLEARING, by, at, null);
        claimId = claim;
    }

    /** The register has cleared it; it becomes an entitlement as soon as the budget holds the money. */
    public void cleared(Instant at) {
        clearedAt = at;
        updatedAt = at;
    }

    public void entitle(String by, Instant at) {
        become(ApplicationStatus.ENTITLED, by, at, null);
    }

    public void uphold(String by, Instant at, String reason) {
        progress.mustBeIn(Set.of(ApplicationStatus.OBJECTION_HANDLING), ApplicationStatus.REJECTED);
        decide(ApplicationStatus.REJECTED, by, at, reason);
    }

    /** The register found that she holds a benefit that excludes this one. */
    public void refuse(String by, Instant at, String reason) {
        become(ApplicationStatus.REJECTED, by, at, reason);
    }

    private void decide(ApplicationStatus next, String by, Instant at, @Nullable String reason) {
        progress.mustBecome(next);
        progress.mustBeAnother(accountId, by);
        become(next, by, at, reason);
    }

    private void become(ApplicationStatus next, String by, Instant at, @Nullable String reason) {
        progress.become(next, by, at, reason);
        updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID talentId() {
        return talentId;
    }

    public String schemeCode() {
        return schemeCode;
    }

    public SchemeVersion schemeVersion() {
        return schemeVersion;
    }

    public String period() {
        return period;
    }

    public ApplicationStatus status() {
        return progress.status();
    }

    public SealedPayee payee() {
        return payee;
    }

    public @Nullable Long monthlyAmountFen() {
        return monthlyAmountFen;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant correctionDueAt() {
        return correctionDueAt;
    }

    public List<StatusChange> history() {
        return progress.history();
    }

    public long version() {
        return version;
    }
}
